using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>A story with its road, and what this actor may do. It doesn't say whose it is.</summary>
[Requires(Permission.ViewStories)]
public sealed record GetStory(Guid StoryId) : IQuery<StoryView>;

/// <param name="Version">Base version for the commands.</param>
/// <param name="About">For people: <c>Leefgebied Huisvesting</c>.</param>
/// <param name="State">One of <see cref="StoryStates"/>.</param>
/// <param name="Steps">Those that were taken and still hold, in order.</param>
/// <param name="Traces">What the check finds in it now; only for who may write or release it, and until it is released.</param>
/// <param name="IsFrozen">Its year was confirmed, so nothing can change.</param>
public sealed record StoryView(
    Guid Id,
    Guid Version,
    int Year,
    string Title,
    string Text,
    string LinkKind,
    string LinkTo,
    string About,
    string State,
    bool IsMine,
    IReadOnlyList<StoryStep> Steps,
    IReadOnlyList<StoryTrace> Traces,
    bool IsFrozen,
    bool MayWrite,
    bool MayRelease,
    bool MayWithdraw) : IRevealsClients
{
    /// <summary>Only for the access log, and only while the text may name someone.</summary>
    internal StorySubject? Subject { get; init; }

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Subject is null ? [] : [Subject];
}

/// <param name="State">One of <see cref="StoryStates"/>.</param>
/// <param name="On">The day on which it was done or recorded, Amsterdam.</param>
/// <param name="By">Name of the member of staff.</param>
/// <param name="ConsentHow">Of the consent: one of <see cref="StoryConsent.Ways"/>.</param>
/// <param name="ConsentOn">Of the consent: the day on which it was given.</param>
public sealed record StoryStep(string State, DateOnly On, string? By, string? ConsentHow = null, DateOnly? ConsentOn = null);

internal sealed class GetStoryHandler(PgaDbContext db, Actor actor, BsnVault vault, TimeProvider clock) : IRequestHandler<GetStory, StoryView>
{
    public async Task<StoryView> Handle(GetStory q, CancellationToken cancellationToken)
    {
        var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == q.StoryId, cancellationToken) ?? throw new NotFound();
        var source = await db.SourceToWrite(story.Id, cancellationToken);
        var isMine = story.AuthorId == actor.StaffId;
        var isOpen = !await db.IsFrozen(story.Year, cancellationToken) && story.WithdrawnAt is null;
        var writes = source is not null && actor.Can(Permission.WriteStory);
        var releases = actor.Can(Permission.ReleaseStory) && story.AnonymisedAt is not null && !isMine;
        return new StoryView(
            story.Id, story.Version, story.Year, story.Title, story.Text, story.LinkKind, story.LinkTo,
            StoryLinks.About(story.LinkKind, story.LinkTo, await db.InterventionNames(cancellationToken)),
            story.State,
            isMine,
            await Steps(story, cancellationToken),
            isOpen && story.ReleasedAt is null && (writes || releases) ? await Traces(story, releases, cancellationToken) : [],
            IsFrozen: !isOpen && story.WithdrawnAt is null,
            MayWrite: isOpen && writes,
            MayRelease: isOpen && releases && story.ConsentAt is not null && story.ReleasedAt is null,
            MayWithdraw: isOpen && actor.Can(Permission.WithdrawStory) && (isMine || source is not null || actor.Can(Permission.ReleaseStory)))
        {
            Subject = story.AnonymisedAt is null ? await db.SourceToRead(story.Id, cancellationToken) : null,
        };
    }

    private async Task<IReadOnlyList<StoryTrace>> Traces(Story story, bool everything, CancellationToken ct) =>
        await SourceDossier.Read(db, vault, story.Id, everything, clock.Today(), ct) is { } dossier ? await db.Traces(story, dossier, ct) : [];

    private async Task<IReadOnlyList<StoryStep>> Steps(Story s, CancellationToken ct)
    {
        Guid?[] ids = [s.AuthorId, s.AnonymisedById, s.ConsentById, s.ReleasedById, s.WithdrawnById];
        var names = await db.Staff.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return
        [
            .. Step(StoryStates.Concept, s.WrittenAt, s.AuthorId),
            .. Step(StoryStates.Anonymised, s.AnonymisedAt, s.AnonymisedById),
            .. Step(StoryStates.Consented, s.ConsentAt, s.ConsentById).Select(step => step with { ConsentHow = s.ConsentHow, ConsentOn = s.ConsentOn }),
            .. Step(StoryStates.Released, s.ReleasedAt, s.ReleasedById),
            .. Step(StoryStates.Withdrawn, s.WithdrawnAt, s.WithdrawnById),
        ];

        IEnumerable<StoryStep> Step(string state, DateTime? at, Guid? by) =>
            at is { } moment ? [new StoryStep(state, Calendar.DateIn(moment), by is { } id ? names.GetValueOrDefault(id) : null)] : [];
    }
}
