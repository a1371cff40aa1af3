using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>
/// Writes the end report of a participation, which ends it; how it counts follows from the attendance. A partner sees nothing
/// of it afterwards. Who may change the dossier can correct it, with a reason. Answers the id of the report.
/// </summary>
/// <param name="BaseVersion">Version of the participation that was on the screen.</param>
/// <param name="Reached">One of <see cref="GoalCodes.List"/>.</param>
/// <param name="FirstDay">First day, when no session in this system says so.</param>
/// <param name="HeldElsewhere">Sessions that aren't in this system; only for who may change the dossier.</param>
/// <param name="Reason">Why an earlier report is corrected.</param>
[Requires(Permission.HoldSession)]
public sealed record WriteEndReport(
    Guid CommandId,
    Guid ParticipationId,
    Guid BaseVersion,
    DateOnly LastDay,
    string Reached,
    string Text,
    string? Advice = null,
    DateOnly? FirstDay = null,
    int HeldElsewhere = 0,
    int AttendedElsewhere = 0,
    string? Reason = null) : ICommand;

internal sealed class WriteEndReportValidator : AbstractValidator<WriteEndReport>
{
    public WriteEndReportValidator()
    {
        RuleFor(c => c.LastDay).NotEmpty().WithErrorCode("end-report.last-day").WithMessage("Kies de laatste dag.");
        RuleFor(c => c.Reached).Must(GoalCodes.List.Has).WithErrorCode("end-report.reached").WithMessage("Kies of het doel is bereikt.");
        RuleFor(c => c.Text).NotEmpty().WithErrorCode("end-report.text").WithMessage("Schrijf op wat er is bereikt.");
        RuleFor(c => c.Text).MaximumLength(EndReport.MaxText).WithMessage("Het verslag is te lang. Gebruik hoogstens 4.000 tekens.");
        RuleFor(c => c.Advice).MaximumLength(EndReport.MaxText).WithMessage("Het advies is te lang. Gebruik hoogstens 4.000 tekens.");
        RuleFor(c => c.HeldElsewhere).InclusiveBetween(0, EndReport.MaxElsewhere).WithErrorCode("end-report.elsewhere").WithMessage($"Vul een aantal in van 0 tot en met {EndReport.MaxElsewhere}.");
        RuleFor(c => c.AttendedElsewhere).InclusiveBetween(0, EndReport.MaxElsewhere).WithErrorCode("end-report.elsewhere").WithMessage($"Vul een aantal in van 0 tot en met {EndReport.MaxElsewhere}.");
        RuleFor(c => c.Reason).MaximumLength(Referral.MaxText).WithMessage($"De reden is te lang. Gebruik hoogstens {Referral.MaxText} tekens.");
    }
}

internal sealed class WriteEndReportHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<WriteEndReport, Guid>
{
    public async Task<Guid> Handle(WriteEndReport c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var about = await EndReports.Reportable(db, c.ParticipationId, ct);
        current.TrajectId = about.TrajectId;
        current.ClientId = await GrantedPeople.ClientOf(db, about.TrajectId, ct);
        var participation = await db.Participations.SingleAsync(p => p.Id == c.ParticipationId, ct);
        var earlier = await db.EndReports.SingleOrDefaultAsync(r => r.ParticipationId == c.ParticipationId && r.SupersededById == null, ct);
        if (participation.Version != c.BaseVersion)
            throw new Conflict(participation.Version, [.. Compare(participation, earlier, c).Where(v => v.Theirs != v.Yours)]);
        RuleBroken.Unless(earlier is null || !string.IsNullOrWhiteSpace(c.Reason), "end-report.reason", "Reason", "Schrijf op waarom u het eindverslag verbetert.");
        RuleBroken.Unless(db.PartnerOf is null || (c.HeldElsewhere == 0 && c.AttendedElsewhere == 0 && c.FirstDay is null), "end-report.elsewhere", "HeldElsewhere",
            "Leg bijeenkomsten vast met de aanwezigheid. Een los aantal kan hier niet.");
        await CheckSessions(c, participation, ct);

        var report = new EndReport(
            c.CommandId, participation, new EndReportText(c.LastDay, c.Reached, c.Text, c.Advice, c.FirstDay, c.HeldElsewhere, c.AttendedElsewhere),
            actor.StaffId!.Value, clock.UtcNow(), earlier is null ? null : c.Reason!.Trim());
        earlier?.SupersedeBy(report);
        db.EndReports.Add(report);
        if (await db.Referrals.SingleOrDefaultAsync(r => r.ParticipationId == c.ParticipationId, ct) is { } referral)
        {
            referral.Close(actor.StaffId, clock.UtcNow());
            await db.EndSharing(referral, ct);
        }

        await db.LeaveComingSessions(c.ParticipationId, clock.UtcNow(), ct);
        await db.Derive([participation], ct, report: report);
        return report.Id;
    }

    /// <summary>The report follows from the attendance, so that has to be there, and the last day can't be before it.</summary>
    private async Task CheckSessions(WriteEndReport c, Participation participation, CancellationToken ct)
    {
        var sessions = await db.Attendances.Where(a => a.ParticipationId == c.ParticipationId && a.SupersededById == null)
            .Join(db.InterventionSessions.Where(s => s.CancelledAt == null && s.StartsAt <= clock.UtcNow()), a => a.SessionId, s => s.Id, (a, s) => new { s.On, a.Code })
            .OrderBy(s => s.On).ToListAsync(ct);
        if (sessions.FirstOrDefault(s => s.Code is null && s.On <= c.LastDay) is { } open)
            throw new RuleBroken("end-report.attendance", "LastDay", $"Vul eerst in of de deelnemer er was op {Text(open.On)}.");
        if (sessions.LastOrDefault(s => AttendanceCodes.WasThere(s.Code) && s.On > c.LastDay) is { } later)
            throw new RuleBroken("end-report.last-day", "LastDay", $"De deelnemer was er nog op {Text(later.On)}. Kies die dag of later.");
        var known = participation.StartedOn is not null || c.FirstDay is not null || sessions.Any(s => AttendanceCodes.WasThere(s.Code));
        RuleBroken.Unless(c.AttendedElsewhere == 0 || known, "end-report.first-day", "FirstDay", "Kies de eerste dag waarop de deelnemer er was.");
        RuleBroken.Unless(participation.StartedOn is null || participation.StartedOn <= c.LastDay, "end-report.last-day", "LastDay", "De laatste dag ligt vóór de start.");
        RuleBroken.Unless(db.PartnerOf is not null || sessions.Count + c.HeldElsewhere > 0 || !known, "end-report.elsewhere", "HeldElsewhere",
            "Vul in hoeveel bijeenkomsten er waren. Daaruit volgt of de deelname is afgerond.");
    }

    private static IEnumerable<ConflictingValue> Compare(Participation now, EndReport? theirs, WriteEndReport c)
    {
        yield return new("LastDay", "Laatste dag", theirs is null ? null : Text(theirs.LastDay), Text(c.LastDay));
        yield return new("Reached", "Doel bereikt", theirs is null ? null : GoalCodes.List.Label(theirs.Reached), GoalCodes.List.Label(c.Reached));
        yield return new("Text", "Verslag", theirs?.Text, c.Text.Trim());
        yield return new("", "Deelname", now.Result is null ? "Loopt" : Participation.Endings.Label(now.Result), null);
    }

    private static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Of which participations the actor writes the end report.</summary>
internal static class EndReports
{
    /// <summary>One that they keep; or, for who may change the dossier, one with a report to correct.</summary>
    public static async Task<Kept> Reportable(PgaDbContext db, Guid participationId, CancellationToken ct)
    {
        if ((await db.Kept().Where(k => k.Id == participationId).WithPlace(db, ct)).SingleOrDefault() is { } kept)
            return kept;
        if (db.PartnerOf is not null)
            throw new NotFound();
        var writable = db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.OutflowConfirmedAt == null);
        return await db.EndReports.Where(r => r.ParticipationId == participationId && r.SupersededById == null && writable.Any(t => t.Id == r.TrajectId))
            .Join(db.Participations, r => r.ParticipationId, p => p.Id, (r, p) =>
                new Kept { Id = p.Id, TrajectId = p.TrajectId, InterventionId = p.InterventionId, ReferralId = null, GroupId = null, FieldCodes = null })
            .SingleOrDefaultAsync(ct) ?? throw new NotFound();
    }
}
