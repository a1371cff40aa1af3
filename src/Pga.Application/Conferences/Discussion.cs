using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Plans;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;

namespace Pga.Application.Conferences;

/// <summary>One case in one conference: why, who was there, what was decided, agreed and said.</summary>
/// <param name="State">One of <see cref="ConferenceCaseStates"/>.</param>
/// <param name="Reason">One of <see cref="ConferenceReasons"/>.</param>
/// <param name="MinutesVersion">Base version for writing or correcting the minutes.</param>
/// <param name="MinutesAt">UTC.</param>
/// <param name="Decisions">Current versions, in the order in which they were first written.</param>
public sealed record Discussion(
    Guid CaseId,
    Guid ConferenceId,
    DateOnly HeldOn,
    TimeOnly StartsAt,
    string Place,
    string State,
    string Reason,
    string? Question,
    string? PutForwardBy,
    IReadOnlyList<Invited> Invited,
    string? Minutes,
    string? MinutesBy,
    DateTime? MinutesAt,
    Guid MinutesVersion,
    IReadOnlyList<EarlierText> EarlierMinutes,
    IReadOnlyList<DiscussedDecision> Decisions,
    IReadOnlyList<DiscussedAction> Actions)
{
    public IEnumerable<Invited> Present => Invited.Where(i => i.Present is true);
}

/// <param name="Name">A colleague, or the function of somebody of another organisation.</param>
/// <param name="Organisation">Of an outsider.</param>
/// <param name="Ground">Of an outsider.</param>
/// <param name="Shared">It was recorded that data were shared with them.</param>
public sealed record Invited(Guid Id, string Name, string? Organisation, string? Ground, bool? Present, bool Shared);

/// <param name="At">UTC.</param>
public sealed record EarlierText(string? Text, string? By, DateTime? At, string? Reason);

public sealed record DiscussedDecision(Guid Id, Guid Version, string Text, string? By, IReadOnlyList<EarlierText> Earlier);

/// <param name="Outcome">One of <see cref="WorkOutcomes"/>; null while it is open.</param>
public sealed record DiscussedAction(Guid Id, string Text, string Owner, DateOnly DueOn, DateOnly? ClosedOn, string? Outcome);

internal static class Discussions
{
    /// <param name="cases">In order; each of a conference.</param>
    public static async Task<IReadOnlyList<Discussion>> Of(PgaDbContext db, IQueryable<ConferenceCase> cases, CancellationToken ct)
    {
        // Not tracked: after a refused command the context still holds what was refused.
        var found = await cases.AsNoTracking().ToListAsync(ct);
        var ids = found.ConvertAll(c => c.Id);
        var conferenceIds = found.ConvertAll(c => c.ConferenceId);
        var conferences = await db.CaseConferences.AsNoTracking().Where(c => EF.Parameter(conferenceIds).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var invitations = await db.ConferenceInvitations.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.ConferenceCaseId)).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => EF.Parameter(ids).Contains(d.ConferenceCaseId)).OrderBy(d => d.WrittenAt).ThenBy(d => d.Id).ToListAsync(ct);
        var actions = await db.WorkItems.AsNoTracking().Where(w => w.ConferenceCaseId != null && EF.Parameter(ids).Contains(w.ConferenceCaseId.Value))
            .OrderBy(w => w.DueOn).ThenBy(w => w.WrittenAt).ThenBy(w => w.Id).ToListAsync(ct);
        var owners = await OwnerNames.Of(db, [.. actions.Select(a => a.Owner)], ct);
        var names = await Names(db, [.. found.SelectMany(c => new[] { c.PutForwardById, c.MinutesById }.Concat(c.Earlier.Select(e => e.WrittenById))), .. invitations.Select(i => i.StaffId), .. decisions.Select(d => (Guid?)d.ById)], ct);
        return [.. found.Select(c => Describe(c, conferences[c.ConferenceId!.Value]))];

        Discussion Describe(ConferenceCase c, CaseConference conference) => new(
            c.Id, conference.Id, conference.HeldOn, conference.StartsAt, conference.Place, ConferenceCaseStates.Of(c.OpenedAt, c.ClosedAt), c.Reason, c.Question, Name(c.PutForwardById),
            [
                .. invitations.Where(i => i.ConferenceCaseId == c.Id).OrderBy(i => i.IsOutsider).ThenBy(i => i.Organisation, StringComparer.Ordinal).ThenBy(i => i.Function ?? Name(i.StaffId), StringComparer.Ordinal).ThenBy(i => i.Id)
                    .Select(i => new Invited(i.Id, i.Function ?? Name(i.StaffId) ?? "", i.Organisation, i.Ground, i.Present, i.SharingId is not null)),
            ],
            c.Minutes, Name(c.MinutesById), c.MinutesAt, c.MinutesVersion,
            [.. c.Earlier.OrderByDescending(e => e.Number).Select(e => new EarlierText(e.Text, Name(e.WrittenById), e.WrittenAt, e.Reason))],
            [.. decisions.Where(d => d.ConferenceCaseId == c.Id).GroupBy(d => d.OriginId).Select(Versions)],
            [.. actions.Where(a => a.ConferenceCaseId == c.Id).Select(a => new DiscussedAction(a.Id, a.Text, owners.Of(a.Owner), a.DueOn, a.ClosedOn, a.Outcome))]);

        DiscussedDecision Versions(IEnumerable<Decision> all)
        {
            var versions = all.ToList();
            var now = versions.Single(d => d.SupersededById is null);
            // Each version says why it came; an earlier one shows why it was replaced.
            var earlier = versions.Where(d => d != now).Reverse()
                .Select(d => new EarlierText(d.Text, Name(d.ById), d.WrittenAt, versions.Single(n => n.Id == d.SupersededById).CorrectionReason));
            return new DiscussedDecision(now.Id, now.Version, now.Text, Name(now.ById), [.. earlier]);
        }

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static async Task<Dictionary<Guid, string>> Names(PgaDbContext db, IEnumerable<Guid?> staff, CancellationToken ct)
    {
        var ids = staff.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Staff.Where(s => EF.Parameter(ids).Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}
