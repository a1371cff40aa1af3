using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>Looks again at whether the person can be informed. Answers the id of the traject.</summary>
/// <param name="BaseVersion">Version of the traject that the form showed.</param>
/// <param name="Informed">One of <see cref="Traject.InformedCodes"/>.</param>
[Requires(Permission.ReferClient)]
public sealed record ReviewInformed(Guid CommandId, Guid TrajectId, Guid BaseVersion, string? Informed, string? InformedNote, DateOnly? InformedReviewOn)
    : ICommand, IAboutTraject;

internal sealed class ReviewInformedValidator : AbstractValidator<ReviewInformed>
{
    public ReviewInformedValidator()
    {
        RuleFor(c => c.Informed).Must(Traject.InformedCodes.Has).WithMessage("Kies of de persoon is geïnformeerd.");
        RuleFor(c => c.InformedNote).MaximumLength(Traject.MaxText).WithMessage($"Gebruik hoogstens {Traject.MaxText} tekens.");
    }
}

internal sealed class ReviewInformedHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<ReviewInformed, Guid>
{
    public async Task<Guid> Handle(ReviewInformed c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        if (traject.Version != c.BaseVersion)
            throw new Conflict(traject.Version, [.. Compare(traject, c).Where(v => v.Theirs != v.Yours)]);
        traject.Inform(c.Informed!, c.InformedNote, c.InformedReviewOn, clock.Today());
        return traject.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Traject now, ReviewInformed c)
    {
        yield return new("Informed", "Geïnformeerd", Label(now.Informed), Label(c.Informed));
        yield return new("InformedNote", "Toelichting", now.InformedNote, c.InformedNote);
        yield return new("InformedReviewOn", "Opnieuw bekijken op", Text(now.InformedReviewOn), Text(c.InformedReviewOn));
    }

    private static string? Label(string? code) => code is null ? null : Traject.InformedCodes.Label(code);

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
