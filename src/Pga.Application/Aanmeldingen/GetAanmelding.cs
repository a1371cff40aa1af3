using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Trajects;

namespace Pga.Application.Aanmeldingen;

/// <summary>One aanmelding that waits, for who may take it in, with whether the person is known already.</summary>
[Requires(Permission.DecideTriage)]
public sealed record GetAanmelding(Guid AanmeldingId) : IQuery<AanmeldingView>;

/// <param name="Contact">Whom to ask at the partner.</param>
/// <param name="Found">Outside the actor's own access only whom to ask.</param>
public sealed record AanmeldingView(
    Guid Id,
    string Number,
    string Organisation,
    DateOnly SentOn,
    DateOnly TriageOn,
    string? GivenName,
    string? Prefix,
    string? FamilyName,
    DateOnly? BirthDate,
    string? Wijk,
    string? Reason,
    string? Known,
    string? Contact,
    string? Informed,
    string? InformedNote,
    DateOnly? InformedReviewOn,
    Duplicates Found) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Found.Looks;
}

internal sealed class GetAanmeldingHandler(PgaDbContext db) : IRequestHandler<GetAanmelding, AanmeldingView>
{
    public async Task<AanmeldingView> Handle(GetAanmelding q, CancellationToken cancellationToken)
    {
        var a = await db.Aanmeldingen.AsNoTracking().SingleOrDefaultAsync(x => x.Id == q.AanmeldingId && x.HandledAt == null, cancellationToken)
            ?? throw new NotFound();
        var known = await DuplicateSearch.ByName(db, a.FamilyName, a.BirthDate, cancellationToken);
        return new AanmeldingView(
            a.Id, a.Number, a.Organisation, a.SentOn, a.TriageOn, a.GivenName, a.Prefix, a.FamilyName, a.BirthDate, a.Wijk, a.Reason, a.Known, a.Contact,
            a.Informed, a.InformedNote, a.InformedReviewOn, await DuplicateSearch.Describe(db, known, cancellationToken));
    }
}
