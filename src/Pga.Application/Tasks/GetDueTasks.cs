using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>
/// What waits for the actor, from every part: today's appointments, then what is late, then the rest. A task is no row of its own but a reading of facts that have a day
/// and an owner, so it is done as soon as the facts say so.
/// </summary>
/// <param name="Span">One of <see cref="DueSpans"/>.</param>
[Requires(Permission.ViewTasks)]
public sealed record GetDueTasks(string Span = DueSpans.Today, int Page = 1) : IQuery<DueTasks>
{
    public const int PageSize = 25;
}

public static class DueSpans
{
    public const string Overdue = "overdue";
    public const string Today = "today";
    public const string Week = "week";
    public const string All = "all";

    public const int WeekDays = 7;

    public static readonly CodeList List = new((Today, "Vandaag"), (Overdue, "Te laat"), (Week, "Deze week"), (All, "Alles"));

    /// <summary>What is late has to be done today too, and so has what has no day.</summary>
    internal static bool Holds(string span, DueTask task, DateOnly today) => span switch
    {
        Overdue => task.On < today,
        Today => task.On is null || task.On <= today,
        Week => task.On is null || task.On < today.AddDays(WeekDays),
        _ => true,
    };
}

/// <param name="Counts">Of each of <see cref="DueSpans"/>.</param>
/// <param name="IsCut">There is more than is listed: of one kind there are more than <see cref="TaskSources.Most"/>, and the soonest are here.</param>
public sealed record DueTasks(
    IReadOnlyList<DueTask> Rows, int Total, int Page, int Pages, IReadOnlyDictionary<string, int> Counts, bool IsCut) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows.Select(r => r.About).OfType<TaskClient>();
}

/// <param name="Kind">One of <see cref="TaskKinds"/>; it says which page does it.</param>
/// <param name="Text">Dutch; of an action or an agreed step the worker's own words.</param>
/// <param name="On">By when at the latest; null for what waits without a day.</param>
/// <param name="At">The time of an appointment.</param>
/// <param name="SubjectId">What the page opens, where that isn't the dossier itself.</param>
public sealed record DueTask(string Kind, string Text, DateOnly? On, TimeOnly? At = null, TaskClient? About = null, Guid? SubjectId = null);

/// <summary>On whom it is.</summary>
public sealed record TaskClient(Guid ClientId, Guid TrajectId, string Name) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetDueTasksValidator : AbstractValidator<GetDueTasks>
{
    public GetDueTasksValidator() => RuleFor(q => q.Span).Must(DueSpans.List.Has).WithMessage("Deze lijst bestaat niet.");
}

internal sealed class GetDueTasksHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<GetDueTasks, DueTasks>
{
    public async Task<DueTasks> Handle(GetDueTasks q, CancellationToken cancellationToken)
    {
        var question = new TaskQuestion(db, actor, clock, terms);
        var (today, all, isCut) = (question.Today, new List<DueTask>(), false);
        foreach (var source in TaskSources.For(actor))
        {
            var its = await source.Read(question, cancellationToken);
            isCut |= its.Count >= TaskSources.Most;
            all.AddRange(its);
        }

        var counts = DueSpans.List.All.ToDictionary(s => s.Key, s => all.Count(t => DueSpans.Holds(s.Key, t, today)));
        var (page, pages) = Paging.Of(q.Page, counts[q.Span], GetDueTasks.PageSize);
        var rows = all.Where(t => DueSpans.Holds(q.Span, t, today))
            // Who is expected somewhere today must see that before all that is late.
            .OrderBy(t => t.On == today && t.At is not null ? 0 : 1)
            .ThenBy(t => t.On ?? today).ThenBy(t => t.At ?? TimeOnly.MaxValue)
            .ThenBy(t => t.About is null ? "" : SearchText.Normalise(t.About.Name), StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal)
            .Skip((page - 1) * GetDueTasks.PageSize).Take(GetDueTasks.PageSize).ToList();
        return new DueTasks(rows, counts[q.Span], page, pages, counts, isCut);
    }
}
