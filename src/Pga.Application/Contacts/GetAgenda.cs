using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;

namespace Pga.Application.Contacts;

/// <summary>The actor's own appointments, spreekuren and next steps of some days.</summary>
[Requires(Permission.ViewAgenda)]
public sealed record GetAgenda(DateOnly From, int Days = GetAgenda.Week) : IQuery<Agenda>
{
    public const int Week = 7;
    public const int MaxDays = 31;
}

/// <param name="Items">By day; what has no time comes last.</param>
public sealed record Agenda(DateOnly From, DateOnly Until, IReadOnlyList<AgendaItem> Items) : IRevealsClients
{
    /// <summary>How long an appointment is taken to last; nobody says so when they plan one.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Items.Select(i => i.About).OfType<AgendaClient>();
}

/// <param name="Kind">Of a contact one of <see cref="ContactCodes.Kinds"/>, of a step one of <see cref="NextSteps"/>'s, or <see cref="Spreekuur"/>.</param>
/// <param name="Id">Of the contact or the spreekuur; null for a step.</param>
/// <param name="At">Null for a step: that must be done on the day at the latest.</param>
/// <param name="Title">Dutch; of an agreed step the worker's own words.</param>
/// <param name="Outcome">One of <see cref="ContactCodes.Outcomes"/>, once it was recorded.</param>
/// <param name="Ahead">It has yet to come.</param>
/// <param name="Clashes">Another appointment of the actor begins within an hour of it.</param>
/// <param name="About">Null for a spreekuur.</param>
public sealed record AgendaItem(
    string Kind, Guid? Id, DateOnly On, TimeOnly? At, string Title, string? Place, string? Outcome, bool Ahead, bool Clashes, AgendaClient? About)
{
    public const string Spreekuur = "spreekuur";

    public bool IsContact => ContactCodes.Kinds.Has(Kind);
}

/// <param name="HasSafetyAgreement">One holds on that day; what it says is on the dossier and above the form.</param>
/// <param name="MayWrite">The actor may record it.</param>
public sealed record AgendaClient(Guid ClientId, Guid TrajectId, string Name, bool HasSafetyAgreement, bool MayWrite) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetAgendaValidator : AbstractValidator<GetAgenda>
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public GetAgendaValidator()
    {
        RuleFor(q => q.From).InclusiveBetween(First, Last).WithMessage("Kies een datum tussen 2000 en 2100.");
        RuleFor(q => q.Days).InclusiveBetween(1, GetAgenda.MaxDays).WithMessage($"Kies een aantal dagen van 1 tot en met {GetAgenda.MaxDays}.");
    }
}

internal sealed class GetAgendaHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetAgenda, Agenda>
{
    public async Task<Agenda> Handle(GetAgenda q, CancellationToken cancellationToken)
    {
        var until = q.From.AddDays(q.Days - 1);
        var items = await Contacts(q.From, until, cancellationToken);
        items.AddRange(await Spreekuren(q.From, until, cancellationToken));
        items.AddRange(await Steps(q.From, until, cancellationToken));
        return new Agenda(q.From, until,
        [
            .. MarkClashes(items).OrderBy(i => i.On).ThenBy(i => i.At ?? TimeOnly.MaxValue).ThenBy(i => i.About?.Name ?? i.Title, StringComparer.Ordinal)
                .ThenBy(i => i.Title, StringComparer.Ordinal).ThenBy(i => i.Id ?? i.About?.TrajectId),
        ]);
    }

    private async Task<List<AgendaItem>> Contacts(DateOnly from, DateOnly until, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var contacts = await db.ContactMoments
            .Where(c => c.StaffId == db.ActorId && c.OccurredOn >= from && c.OccurredOn <= until && c.SupersededById == null)
            .Join(db.Trajects, c => c.TrajectId, t => t.Id, (c, t) => new { Contact = c, t.ClientId })
            .Join(db.Clients, x => x.ClientId, c => c.Id, (x, c) => new
            {
                x.Contact.Id,
                x.Contact.TrajectId,
                x.Contact.Kind,
                x.Contact.OccurredAt,
                x.Contact.Outcome,
                x.Contact.Place,
                x.ClientId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                HasSafety = c.SafetyAgreement != null && (c.SafetyAgreementUntil == null || c.SafetyAgreementUntil >= x.Contact.OccurredOn),
                MayWrite = writable.Any(w => w.Id == x.Contact.TrajectId),
            })
            .ToListAsync(ct);
        return
        [
            .. contacts.Select(c =>
            {
                var local = Calendar.LocalTime(c.OccurredAt);
                return new AgendaItem(
                    c.Kind, c.Id, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), ContactCodes.Kinds.Label(c.Kind), c.Place, c.Outcome,
                    Ahead: c.Outcome is null && c.OccurredAt > now, Clashes: false,
                    new AgendaClient(c.ClientId, c.TrajectId, Client.NameOf(c.GivenName, c.Prefix, c.FamilyName), c.HasSafety, c.MayWrite));
            }),
        ];
    }

    private async Task<IEnumerable<AgendaItem>> Spreekuren(DateOnly from, DateOnly until, CancellationToken ct)
    {
        if (!actor.Can(Permission.HoldSpreekuur))
            return [];
        var now = clock.UtcNow();
        var spreekuren = await db.Spreekuren.Where(s => s.RioId == db.ActorId && s.HeldOn >= from && s.HeldOn <= until)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { s.Id, s.HeldAt, i.Name })
            .ToListAsync(ct);
        return spreekuren.Select(s =>
        {
            var local = Calendar.LocalTime(s.HeldAt);
            return new AgendaItem(
                AgendaItem.Spreekuur, s.Id, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), "Spreekuur", s.Name, null,
                Ahead: s.HeldAt > now, Clashes: false, About: null);
        });
    }

    /// <summary>Of the trajects that the actor works on; those whose process they only watch over have a worker of their own.</summary>
    private async Task<IEnumerable<AgendaItem>> Steps(DateOnly from, DateOnly until, CancellationToken ct)
    {
        var today = clock.Today();
        var assigned = db.Assignments
            .Where(a => a.StaffId == db.ActorId && a.Role != AssignmentRoles.Process && a.From <= today && (a.Until == null || a.Until >= today))
            .Select(a => a.TrajectId);
        var facts = await WorklistFacts.Of(db, db.Trajects.Where(t => t.OutflowConfirmedAt == null && assigned.Contains(t.Id)), today).ToListAsync(ct);
        return
            from f in facts
            from step in NextSteps.Of(f.Steps(terms))
            where step.Kind is not (NextSteps.Appointment or NextSteps.Unlogged) && step.On >= @from && step.On <= until
            select new AgendaItem(
                step.Kind, null, step.On!.Value, null, step.Text, null, null, Ahead: step.On >= today, Clashes: false,
                new AgendaClient(f.ClientId, f.TrajectId, Client.NameOf(f.GivenName, f.Prefix, f.FamilyName), HasSafetyAgreement: false, f.MayWrite));
    }

    /// <summary>Only what still lies ahead can be moved; a letter takes no time of the day.</summary>
    private static IEnumerable<AgendaItem> MarkClashes(List<AgendaItem> items)
    {
        var ahead = items.Where(i => i is { Ahead: true, At: not null } && i.Kind != ContactCodes.Letter).ToList();
        return items.Select(i => ahead.Contains(i) && ahead.Any(other => !ReferenceEquals(other, i) && (Start(other) - Start(i)).Duration() < Agenda.Length) ? i with { Clashes = true } : i);

        static DateTime Start(AgendaItem item) => item.On.ToDateTime(item.At!.Value);
    }
}
