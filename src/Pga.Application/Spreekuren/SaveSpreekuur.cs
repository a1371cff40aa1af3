using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Spreekuren;

namespace Pga.Application.Spreekuren;

/// <summary>
/// Saves the sheet of one of the RIO's own spreekuren: who came, what was said about the basisvoorwaarden, and how many
/// visitors had no dossier. Saying the same again changes nothing. A sheet with somebody on it whom the RIO may not see
/// is refused as a whole. Answers the spreekuur's id.
/// </summary>
[Requires(Permission.HoldSpreekuur)]
public sealed record SaveSpreekuur(Guid CommandId, Guid SpreekuurId, Guid BaseVersion, IReadOnlyList<SheetVisit> Visits, int Nameless) : ICommand
{
    /// <summary>More people than this don't come to one spreekuur.</summary>
    public const int MaxVisits = 200;

    public const string CorrectionReason = "Aangevuld bij het spreekuur";
}

/// <param name="Attendance">One of <see cref="SpreekuurCodes.Attendance"/>; null for who isn't filled in, which takes back what was recorded.</param>
/// <param name="Cause">Why a no-show didn't come.</param>
/// <param name="Conditions">The basisvoorwaarden that were talked about, with their status. What isn't here stays as it was.</param>
public sealed record SheetVisit(Guid ClientId, string? Attendance, string? Cause, string? Note, IReadOnlyDictionary<string, string>? Conditions = null);

internal sealed class SaveSpreekuurValidator : AbstractValidator<SaveSpreekuur>
{
    public SaveSpreekuurValidator()
    {
        RuleFor(c => c.Visits).NotNull().Must(v => v.Count <= SaveSpreekuur.MaxVisits).WithMessage("Er staan te veel mensen op dit spreekuur.");
        RuleFor(c => c.Visits).Must(v => v.Select(x => x.ClientId).Distinct().Count() == v.Count).WithMessage("Dezelfde persoon staat twee keer op dit spreekuur.");
        RuleFor(c => c.Nameless).InclusiveBetween(0, Spreekuur.MaxNameless).WithMessage($"Vul een aantal in van 0 tot en met {Spreekuur.MaxNameless}.");
        RuleForEach(c => c.Visits).ChildRules(visit =>
        {
            visit.RuleFor(v => v.Attendance).Must(a => a is null || SpreekuurCodes.Attendance.Has(a)).WithMessage("Kies of de persoon er was.");
            visit.RuleFor(v => v.Cause).Must(c => c is null || SpreekuurCodes.NoShowCauses.Has(c)).WithMessage("Kies waarom de persoon niet verscheen.");
            visit.RuleFor(v => v.Note).MaximumLength(SpreekuurVisit.MaxNote).WithMessage($"De notitie is te lang. Gebruik hoogstens {SpreekuurVisit.MaxNote} tekens.");
            visit.RuleFor(v => v.Conditions)
                .Must(c => c is null || c.All(s => BasicConditions.List.Has(s.Key) && BasicConditions.Statuses.Has(s.Value)))
                .WithMessage("Kies Nee, Loopt, Ja of Nvt.");
        });
    }
}

internal sealed class SaveSpreekuurHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<SaveSpreekuur, Guid>
{
    public async Task<Guid> Handle(SaveSpreekuur c, CancellationToken cancellationToken)
    {
        var spreekuur = await db.Spreekuren.Include(s => s.Visits)
            .SingleOrDefaultAsync(s => s.Id == c.SpreekuurId && s.RioId == db.ActorId, cancellationToken) ?? throw new NotFound();
        var trajects = await TrajectsOf(c.Visits, cancellationToken);
        if (spreekuur.Version != c.BaseVersion)
            throw await Differences(spreekuur, c, cancellationToken);

        var now = clock.UtcNow();
        var trajectIds = trajects.Values.ToList();
        var known = await KnownConditions.Of(db, trajectIds, spreekuur.HeldOn, cancellationToken);
        var sameDay = await db.ConditionMeasurements
            .Where(m => trajectIds.Contains(m.TrajectId) && m.MeasuredOn == spreekuur.HeldOn && m.Moment == Moments.Interim && m.SupersededById == null)
            .ToDictionaryAsync(m => m.TrajectId, cancellationToken);
        var errors = new List<FieldError>();
        for (var i = 0; i < c.Visits.Count; i++)
        {
            var visit = c.Visits[i];
            var trajectId = trajects[visit.ClientId];
            var before = known.GetValueOrDefault(trajectId, KnownConditions.None);
            var said = (visit.Conditions ?? KnownConditions.None).Where(s => before.GetValueOrDefault(s.Key) != s.Value).ToDictionary();
            if (Check(spreekuur, visit, said, $"Visits[{i}]") is { } error)
            {
                errors.Add(error);
                continue;
            }

            Store(spreekuur, visit, now);
            if (said.Count > 0)
                Measure(new Dictionary<string, string>(before), said, trajectId, spreekuur.HeldOn, sameDay.GetValueOrDefault(trajectId), now);
        }

        if (errors.Count > 0)
            throw new Invalid(errors);
        spreekuur.CountNameless(c.Nameless, now);
        return spreekuur.Id;
    }

    private static void Store(Spreekuur spreekuur, SheetVisit visit, DateTime now)
    {
        if (visit.Attendance is null)
            spreekuur.Withdraw(visit.ClientId);
        else if (!IsSaid(spreekuur, visit))
            spreekuur.Record(Guid.CreateVersion7(), visit.ClientId, visit.Attendance, visit.Cause, visit.Note, now);
    }

    /// <summary>What was known goes along unchanged, so that the measurement says how things stood that day.</summary>
    private void Measure(
        Dictionary<string, string> statuses, Dictionary<string, string> said, Guid trajectId, DateOnly day, ConditionMeasurement? earlier, DateTime now)
    {
        foreach (var (condition, status) in said)
            statuses[condition] = status;
        var measurement = new ConditionMeasurement(Guid.CreateVersion7(), trajectId, day, Moments.Interim, statuses, db.ActorId, now);
        earlier?.SupersedeBy(measurement, SaveSpreekuur.CorrectionReason);
        db.ConditionMeasurements.Add(measurement);
    }

    /// <summary>What would be lost or can't be, at the person it is about.</summary>
    private static FieldError? Check(Spreekuur spreekuur, SheetVisit visit, Dictionary<string, string> said, string row)
    {
        if (visit.Attendance == SpreekuurCodes.NoShow && visit.Cause is null && !IsSaid(spreekuur, visit))
            return new FieldError($"{row}.Cause", "Kies waarom de persoon niet verscheen.", "spreekuur.cause");
        if (said.Count > 0 && visit.Attendance is not (SpreekuurCodes.Attended or SpreekuurCodes.Late))
        {
            return new FieldError($"{row}.Attendance",
                "U hebt basisvoorwaarden ingevuld. Kies of de persoon aanwezig of te laat was.", "spreekuur.conditions-without-visit");
        }

        if (visit.Attendance is null && !string.IsNullOrWhiteSpace(visit.Note))
            return new FieldError($"{row}.Attendance", "U hebt een notitie geschreven. Kies of de persoon er was.", "spreekuur.attendance");
        return null;
    }

    /// <summary>An imported no-show has no cause. As long as nobody says otherwise it stays as it is.</summary>
    private static bool IsSaid(Spreekuur spreekuur, SheetVisit visit) => spreekuur.Visits.Any(v =>
        v.ClientId == visit.ClientId && v.SupersededById is null && v.Attendance == visit.Attendance && v.NoShowCause == visit.Cause
        && (v.Note ?? "") == (visit.Note?.Trim() ?? ""));

    /// <summary>The RIO traject of each client on the sheet. One that isn't the actor's makes the whole sheet not found.</summary>
    private async Task<Dictionary<Guid, Guid>> TrajectsOf(IReadOnlyList<SheetVisit> visits, CancellationToken ct)
    {
        var asked = visits.Select(v => v.ClientId).ToList();
        var found = await RioTrajects.Of(db).Where(t => asked.Contains(t.ClientId))
            .Select(t => new { t.Id, t.ClientId, t.ReferredOn })
            .ToListAsync(ct);
        var trajects = found.GroupBy(t => t.ClientId).ToDictionary(g => g.Key, g => g.OrderByDescending(t => t.ReferredOn).ThenByDescending(t => t.Id).First().Id);
        foreach (var clientId in asked.Where(id => !trajects.ContainsKey(id)))
        {
            // The access log says whose dossier was tried.
            current.ClientId = clientId;
            throw new NotFound();
        }

        return trajects;
    }

    private async Task<Conflict> Differences(Spreekuur spreekuur, SaveSpreekuur c, CancellationToken ct)
    {
        var ids = c.Visits.Select(v => v.ClientId).ToList();
        var names = await db.Clients.Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.GivenName, x.Prefix, x.FamilyName }).ToListAsync(ct);
        var values = new List<ConflictingValue>();
        for (var i = 0; i < c.Visits.Count; i++)
        {
            var yours = c.Visits[i];
            if (IsSaid(spreekuur, yours))
                continue;
            var theirs = spreekuur.Visits.SingleOrDefault(v => v.ClientId == yours.ClientId && v.SupersededById is null);
            var name = names.Single(n => n.Id == yours.ClientId);
            var (now, typed) = (Describe(theirs?.Attendance, theirs?.NoShowCause, theirs?.Note), Describe(yours.Attendance, yours.Cause, yours.Note));
            if (now != typed)
                values.Add(new ConflictingValue($"Visits[{i}].Attendance", SheetName.Of(name.GivenName, name.Prefix, name.FamilyName), now, typed));
        }

        var nameless = spreekuur.Visits.Count(v => v.ClientId is null && v.SupersededById is null);
        if (nameless != c.Nameless)
            values.Add(new ConflictingValue("Nameless", "Bezoekers zonder dossier", $"{nameless}", $"{c.Nameless}"));
        return new Conflict(spreekuur.Version, values);
    }

    private static string? Describe(string? attendance, string? cause, string? note)
    {
        string?[] parts =
        [
            attendance is null ? null : SpreekuurCodes.Attendance.Label(attendance),
            cause is null ? null : SpreekuurCodes.NoShowCauses.Label(cause),
            string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? null : said;
    }
}
