using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Relations;

namespace Pga.Application.Contacts;

/// <summary>What the form for a contact shows besides the dossier's identity: the last contact, who may be there, the last levels.</summary>
/// <param name="ContactId">Any version of the contact to correct, or null for a new one.</param>
[Requires(Permission.LogContact)]
public sealed record GetContactForm(Guid TrajectId, Guid? ContactId = null) : IQuery<ContactForm>, IAboutTraject;

/// <param name="People">The client, relatives and partners, as they can be named in <c>Present</c>.</param>
/// <param name="Levels">All leefgebieden of the programme, those with the lowest level first.</param>
public sealed record ContactForm(
    IReadOnlyList<string> People,
    LastContact? Last,
    AgreedStep? NextStep,
    IReadOnlyList<LastLevel> Levels,
    RecordedContact? Contact);

public sealed record LastContact(string Kind, DateOnly On, string Outcome);

public sealed record AgreedStep(string Text, DateOnly? Due);

/// <param name="Level">The latest level of this leefgebied, or null when it was never assessed.</param>
public sealed record LastLevel(string Leefgebied, string Label, int? Level);

/// <summary>The current version of the contact that is being corrected.</summary>
public sealed record RecordedContact(
    Guid Id,
    Guid Version,
    string Kind,
    DateOnly Date,
    TimeOnly Time,
    string? Outcome,
    string? Report,
    string? Present,
    IReadOnlyList<string> Topics,
    bool? SafetyConcern,
    string? NextStep,
    DateOnly? NextStepDue,
    string? Place);

internal sealed class GetContactFormHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetContactForm, ContactForm>
{
    public async Task<ContactForm> Handle(GetContactForm q, CancellationToken cancellationToken)
    {
        var contact = q.ContactId is { } id ? await Contact(q.TrajectId, id, cancellationToken) : null;
        var traject = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.ClientId, t.Programme, c.GivenName, c.Prefix, c.FamilyName })
            .SingleAsync(cancellationToken);
        var last = await db.ContactMoments
            .Where(m => m.TrajectId == q.TrajectId && m.SupersededById == null && m.Outcome != null)
            .OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
            .Select(m => new { m.Kind, m.OccurredOn, m.Outcome, m.NextStep, m.NextStepDue })
            .FirstOrDefaultAsync(cancellationToken);
        return new ContactForm(
            [Client.NameOf(traject.GivenName, traject.Prefix, traject.FamilyName), .. await Others(q.TrajectId, traject.ClientId, cancellationToken)],
            last is null ? null : new LastContact(last.Kind, last.OccurredOn, last.Outcome!),
            last?.NextStep is { } step ? new AgreedStep(step, last.NextStepDue) : null,
            await Levels(q.TrajectId, traject.Programme, cancellationToken),
            contact);
    }

    private async Task<RecordedContact> Contact(Guid trajectId, Guid id, CancellationToken ct)
    {
        // Not tracked: after a refused correction the context still holds what was refused.
        var m = await db.ContactMoments.AsNoTracking().CurrentOf(trajectId, id, ct);
        var at = Calendar.LocalTime(m.OccurredAt);
        return new RecordedContact(
            m.Id, m.Version, m.Kind, DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), m.Outcome, m.Report, m.Present,
            m.Topics?.Split('|') ?? [], m.SafetyConcern, m.NextStep, m.NextStepDue, m.Place);
    }

    private async Task<IEnumerable<string>> Others(Guid trajectId, Guid clientId, CancellationToken ct)
    {
        var today = clock.Today();
        var relatives = await db.Relations.Where(r => r.ClientId == clientId && r.EndedOn == null)
            .OrderBy(r => r.Name).ThenBy(r => r.Id).Select(r => new { r.Name, r.Kind }).ToListAsync(ct);
        var partners = await db.PartnerInvolvements
            .Where(i => i.TrajectId == trajectId && i.From <= today && (i.Until == null || i.Until >= today))
            .Join(db.Partners, i => i.PartnerId, p => p.Id, (i, p) => p)
            .OrderBy(p => p.Order).ThenBy(p => p.Name).Select(p => p.Name).ToListAsync(ct);
        return relatives.Select(r => $"{r.Name} ({Relation.Kinds.Label(r.Kind).ToLowerInvariant()})").Concat(partners.Distinct());
    }

    private async Task<IReadOnlyList<LastLevel>> Levels(Guid trajectId, string programme, CancellationToken ct)
    {
        var latestFirst = await db.Assessments.Where(a => a.TrajectId == trajectId && a.SupersededById == null)
            .OrderByDescending(a => a.MeasuredOn).ThenByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id)
            .Select(a => a.Scores)
            .ToListAsync(ct);
        return
        [
            .. Leefgebieden.Of(programme).All
                .Select(l => new LastLevel(l.Key, l.Label, latestFirst.SelectMany(s => s).FirstOrDefault(s => s.Leefgebied == l.Key)?.Level))
                .OrderBy(l => l.Level ?? Leefgebieden.MaxLevel + 1),
        ];
    }
}
