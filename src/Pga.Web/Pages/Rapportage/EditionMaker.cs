using System.Collections.Concurrent;
using System.Threading.Channels;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;

namespace Pga.Web.Pages.Rapportage;

/// <summary>
/// Makes editions in the background, one after the other: each takes seconds, two processors and a good deal of memory.
/// What is being made is known in memory only, so after a restart of the server nothing is.
/// </summary>
public sealed class EditionMaker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EditionMaker> log) : BackgroundService
{
    private readonly Channel<Making> _waiting = Channel.CreateUnbounded<Making>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<int, Making> _latest = new();
    private readonly Lock _starting = new();

    /// <summary>The last making of a year since the server started; null when there was none.</summary>
    public Making? Of(int year) => _latest.GetValueOrDefault(year);

    /// <summary>Starts making the edition of a year, in the name of who asked; one that is being made already goes on.</summary>
    public void Start(int year, Actor actor)
    {
        lock (_starting)
        {
            if (Of(year) is { IsOver: false })
                return;
            var making = new Making(year, actor, clock.GetUtcNow().UtcDateTime);
            _latest[year] = making;
            _waiting.Writer.TryWrite(making);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var making in _waiting.Reader.ReadAllAsync(stoppingToken))
            await Make(making, stoppingToken);
    }

    private async Task Make(Making making, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            making.SignInAs(scope.ServiceProvider.GetRequiredService<Actor>());
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeDraft(Guid.CreateVersion7(), making.Year) { Progress = making }, ct);
            making.Succeed();
        }
        catch (Invalid invalid)
        {
            making.Fail(string.Join(" ", invalid.Errors.Select(e => e.Text)));
        }
        catch (Refused refused)
        {
            making.Fail(refused.Text);
        }
        catch (Exception e) when (DatabaseErrors.IsCancellation(e, ct))
        {
            // The server stops; nobody will ask for this making again.
        }
#pragma warning disable CA1031 // The last stop: whatever it was, the user reads that it failed and the log gets the type and place.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError("Making the edition of {Year} failed: {Type}\n{Stack}", making.Year, e.GetType().FullName, e.StackTrace);
            making.Fail("Er ging iets mis dat niet aan u ligt. De beheerder vindt de oorzaak in het logboek van het programma.");
        }
    }
}

/// <summary>One edition in the making: written by the maker, read by the pages that follow it.</summary>
public sealed class Making : IProgress<MakingStep>
{
    private readonly Action<Actor> _signIn;
    private volatile State _state = new(null, false, null);

    public Making(int year, Actor actor, DateTime startedAt)
    {
        Year = year;
        StartedAt = startedAt;
        // Copied: the request that started this is over before the making is.
        var (id, name, roles, team, organisation, source) = (actor.StaffId!.Value, actor.Name, actor.Roles, actor.Team, actor.Organisation, actor.Source);
        _signIn = other => other.BecomeStaff(id, name, roles, team, organisation, source);
    }

    public int Year { get; }

    public DateTime StartedAt { get; }

    /// <summary>What it is doing; null while it waits for its turn.</summary>
    public MakingStep? Step => _state.Step;

    public bool IsOver => _state.IsOver;

    /// <summary>Why it failed, for people; null when it didn't.</summary>
    public string? Error => _state.Error;

    public void Report(MakingStep value) => _state = new State(value, false, null);

    internal void SignInAs(Actor actor) => _signIn(actor);

    internal void Succeed() => _state = new State(Step, true, null);

    internal void Fail(string error) => _state = new State(Step, true, error);

    private sealed record State(MakingStep? Step, bool IsOver, string? Error);
}
