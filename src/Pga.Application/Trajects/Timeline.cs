using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Facts;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Spreekuren;

namespace Pga.Application.Trajects;

/// <summary>Something that happened on a traject, or is planned.</summary>
/// <param name="Kind">What it is: one of <see cref="TimelineKinds"/>, or for a contact one of <see cref="ContactCodes.Kinds"/>.</param>
/// <param name="Title">Dutch.</param>
/// <param name="By">Who did it, and who was there.</param>
/// <param name="Marks">Short facts, in Dutch.</param>
/// <param name="Contact">Only for a contact.</param>
public sealed record TimelineEntry(
    string Kind, DateOnly On, TimeOnly? At, string Title, string? By, string? Text, IReadOnlyList<string> Marks, TimelineContact? Contact)
{
    internal static IReadOnlyList<TimelineEntry> NewestFirst(params IEnumerable<IEnumerable<TimelineEntry>> sources) =>
        [.. sources.SelectMany(s => s).OrderByDescending(e => e.On).ThenByDescending(e => e.At ?? TimeOnly.MinValue)];

    /// <summary>Each with what changed since the one before.</summary>
    internal static IEnumerable<TimelineEntry> Of(IReadOnlyList<DossierAssessment> assessments) =>
        assessments.Select((a, i) => new TimelineEntry(
            TimelineKinds.Assessment, a.MeasuredOn, null, Moments.List.Label(a.Moment), a.By, null, i == 0 ? [] : Changes(assessments[i - 1], a), null));

    internal static IEnumerable<TimelineEntry> Of(IReadOnlyList<DossierParticipation> participations)
    {
        foreach (var p in participations)
        {
            if (p.StartedOn is { } started)
                yield return Plain(TimelineKinds.Participation, started, $"Deelname gestart: {p.Name}");
            if (p.EndedOn is { } ended)
                yield return Plain(TimelineKinds.Participation, ended, $"Deelname beëindigd: {p.Name}", p.Result is null ? null : Participation.Endings.Label(p.Result));
        }
    }

    internal static IEnumerable<TimelineEntry> Of(IReadOnlyList<DossierDetention> detentions)
    {
        foreach (var d in detentions)
        {
            yield return Plain(TimelineKinds.Detention, d.From, $"Detentie: {d.Institution}");
            if (d.Until is { } until)
                yield return Plain(TimelineKinds.Detention, until, $"Einde detentie: {d.Institution}");
        }
    }

    internal static IEnumerable<TimelineEntry> Of(DossierGround ground)
    {
        yield return Plain(TimelineKinds.Traject, ground.ReferredOn, "Aangemeld", ground.ReferredBy is null ? null : $"Door {ground.ReferredBy}");
        if (ground.StartedOn is { } started)
            yield return Plain(TimelineKinds.Traject, started, "Traject gestart");
        if (ground.EndedOn is { } ended)
        {
            yield return Plain(
                TimelineKinds.Traject, ended, ground.Confirmed ? "Uitgestroomd" : "Uitstroom voorgesteld", ground.EndReason is null ? null : EndReasons.List.Label(ground.EndReason));
        }
    }

    private static TimelineEntry Plain(string kind, DateOnly on, string title, string? mark = null) =>
        new(kind, on, null, title, null, null, mark is null ? [] : [mark], null);

    private static List<string> Changes(DossierAssessment before, DossierAssessment now) =>
    [
        .. now.Levels
            .Where(l => before.Levels.TryGetValue(l.Key, out var was) && was != l.Value)
            .Select(l => $"{Leefgebieden.Label(l.Key)} {before.Levels[l.Key]} → {l.Value}"),
    ];
}

/// <param name="Planned">It lies ahead, or nobody said yet how it went.</param>
/// <param name="Corrected">It replaces an earlier version.</param>
public sealed record TimelineContact(
    Guid ContactId, string? Outcome, bool Planned, bool Corrected, bool SafetyConcern, string? NextStep, DateOnly? NextStepDue);

/// <summary>Kinds of entries besides contacts.</summary>
public static class TimelineKinds
{
    public const string Assessment = "assessment";
    public const string Visit = "spreekuur";
    public const string Fact = "fact";
    public const string Participation = "participation";
    public const string Detention = "detention";
    public const string Traject = "traject";
}

/// <summary>Fetches the entries of which there can be many, no more than are shown.</summary>
internal sealed class TimelineSources(PgaDbContext db, Guid trajectId, Guid clientId, int most)
{
    public async Task<IEnumerable<TimelineEntry>> Contacts(CancellationToken ct)
    {
        var contacts = await db.ContactMoments.Where(c => c.TrajectId == trajectId && c.SupersededById == null)
            .OrderByDescending(c => c.OccurredAt).ThenByDescending(c => c.Id)
            .Take(most)
            .Select(c => new
            {
                c.Id,
                c.Kind,
                c.OccurredAt,
                c.Outcome,
                By = db.Staff.Where(s => s.Id == c.StaffId).Select(s => s.Name).FirstOrDefault(),
                c.Present,
                c.Report,
                c.Topics,
                c.SafetyConcern,
                c.NextStep,
                c.NextStepDue,
                c.Place,
                Corrected = c.CorrectionReason != null,
            })
            .ToListAsync(ct);
        return contacts.Select(c =>
        {
            var local = Calendar.LocalTime(c.OccurredAt);
            return new TimelineEntry(
                c.Kind,
                DateOnly.FromDateTime(local),
                TimeOnly.FromDateTime(local),
                ContactCodes.Kinds.Label(c.Kind),
                c.Present is null ? c.By : $"{c.By ?? "Onbekend"}, met {c.Present}",
                c.Report,
                [.. Outcome(c.Outcome), .. c.Place is null ? Array.Empty<string>() : [c.Place], .. (c.Topics?.Split('|') ?? []).Select(Leefgebieden.Label)],
                new TimelineContact(c.Id, c.Outcome, c.Outcome is null, c.Corrected, c.SafetyConcern ?? false, c.NextStep, c.NextStepDue));
        });
    }

    /// <summary>Those the actor may see: the filter leaves out the others.</summary>
    public async Task<IEnumerable<TimelineEntry>> Facts(CancellationToken ct)
    {
        var facts = await db.Facts.Where(f => f.TrajectId == trajectId && f.SupersededById == null && f.WithdrawnOn == null)
            .OrderByDescending(f => f.OccurredOn).ThenByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id)
            .Take(most)
            .Select(f => new { f.OccurredOn, f.Kind, f.Provenance, f.Organisation, f.Text, f.Reliability })
            .ToListAsync(ct);
        return facts.Select(f => new TimelineEntry(
            TimelineKinds.Fact,
            f.OccurredOn,
            null,
            FactCodes.Kinds.Label(f.Kind),
            f.Organisation,
            f.Text,
            [FactCodes.Provenances.Label(f.Provenance), .. f.Reliability is null ? Array.Empty<string>() : [FactCodes.Reliabilities.Label(f.Reliability)]],
            null));
    }

    public async Task<IEnumerable<TimelineEntry>> Visits(CancellationToken ct)
    {
        var visits = await db.SpreekuurVisits.Where(v => v.ClientId == clientId && v.SupersededById == null)
            .Join(db.Spreekuren, v => v.SpreekuurId, s => s.Id, (v, s) => new { Visit = v, Session = s })
            .OrderByDescending(x => x.Session.HeldAt).ThenByDescending(x => x.Visit.Id)
            .Take(most)
            .Select(x => new
            {
                x.Session.HeldAt,
                Institution = db.Institutions.Where(i => i.Id == x.Session.InstitutionId).Select(i => i.Name).FirstOrDefault(),
                By = db.Staff.Where(s => s.Id == x.Session.RioId).Select(s => s.Name).FirstOrDefault(),
                x.Visit.Attendance,
                x.Visit.NoShowCause,
                x.Visit.Note,
            })
            .ToListAsync(ct);
        return visits.Select(v =>
        {
            var local = Calendar.LocalTime(v.HeldAt);
            return new TimelineEntry(
                TimelineKinds.Visit,
                DateOnly.FromDateTime(local),
                TimeOnly.FromDateTime(local),
                $"Spreekuur {v.Institution}",
                v.By,
                v.Note,
                v.Attendance == SpreekuurCodes.Attended ? [] : [Attendance(v.Attendance, v.NoShowCause)],
                null);
        });
    }

    // That they spoke is what one expects; only the other outcomes need a word.
    private static IEnumerable<string> Outcome(string? outcome) =>
        outcome is null or ContactCodes.Held ? [] : [ContactCodes.Outcomes.Label(outcome)];

    private static string Attendance(string attendance, string? cause) =>
        cause is null ? SpreekuurCodes.Attendance.Label(attendance) : $"{SpreekuurCodes.Attendance.Label(attendance)}: {SpreekuurCodes.NoShowCauses.Label(cause)}";
}
