using FluentValidation;
using MediatR;
using Pga.Domain.Common;

namespace Pga.Application.Pipeline;

/// <summary>Runs the request's validators, and gives a broken rule of the domain the same form as their errors.</summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = validators
            .SelectMany(v => v.Validate(request).Errors)
            .Select(e => new FieldError(e.PropertyName, e.ErrorMessage, e.ErrorCode))
            .ToList();
        if (errors.Count > 0)
            throw new Invalid(errors);
        try
        {
            return await next();
        }
        catch (RuleBroken rule)
        {
            throw new Invalid([new FieldError(rule.Field, rule.Text, rule.Code)]);
        }
    }
}
