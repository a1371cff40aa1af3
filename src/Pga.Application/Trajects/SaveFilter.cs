using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Keeps a filter of the worklist for whoever asks. Answers the id of the saved filter.</summary>
[Requires(Permission.ViewWorklist)]
public sealed record SaveFilter(Guid CommandId, string Name, GetWorklist Filter) : ICommand;

internal sealed class SaveFilterValidator : AbstractValidator<SaveFilter>
{
    public SaveFilterValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Geef het filter een naam.");
        RuleFor(c => c.Name).MaximumLength(SavedFilter.MaxName).WithMessage($"Gebruik hoogstens {SavedFilter.MaxName} tekens.");
        RuleFor(c => c.Filter).SetValidator(new GetWorklistValidator());
    }
}

internal sealed class SaveFilterHandler(PgaDbContext db, Actor actor) : IRequestHandler<SaveFilter, Guid>
{
    public async Task<Guid> Handle(SaveFilter c, CancellationToken cancellationToken)
    {
        var names = await db.SavedFilters.Select(f => f.Name).ToListAsync(cancellationToken);
        RuleBroken.Unless(!names.Contains(c.Name.Trim(), StringComparer.OrdinalIgnoreCase), "filter.name-taken", "Name", "U hebt al een filter met deze naam. Kies een andere naam.");
        RuleBroken.Unless(names.Count < SavedFilter.MaxPerPerson, "filter.too-many", "Name", $"U hebt al {SavedFilter.MaxPerPerson} filters. Verwijder er eerst een.");
        var filter = new SavedFilter(c.CommandId, actor.StaffId ?? throw new Forbidden(), c.Name, KeptFilter.Write(c.Filter));
        db.SavedFilters.Add(filter);
        return filter.Id;
    }
}
