using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;

namespace Pga.Application.Audit;

/// <summary>
/// Stores the lines of concurrent requests in one commit; each request waits for its own. A commit that reaches the disk
/// is the dearest thing a request does, so ten requests at once share it.
/// </summary>
internal sealed class AccessLogWriter(IServiceScopeFactory scopes)
{
    private readonly Lock _gate = new();
    private List<Waiting> _pending = [];
    private bool _writing;

    /// <summary>Completes when the lines are on disk; fails when they can't be stored.</summary>
    public Task Write(IReadOnlyList<AccessLogLine> lines)
    {
        var waiting = new Waiting(lines);
        lock (_gate)
        {
            _pending.Add(waiting);
            if (_writing)
                return waiting.Done.Task;
            _writing = true;
        }

        _ = Task.Run(WriteAll);
        return waiting.Done.Task;
    }

    private async Task WriteAll()
    {
        while (true)
        {
            List<Waiting> batch;
            lock (_gate)
            {
                if (_pending.Count == 0)
                {
                    _writing = false;
                    return;
                }

                batch = _pending;
                _pending = [];
            }

            try
            {
                await Store(batch);
                batch.ForEach(w => w.Done.SetResult());
            }
#pragma warning disable CA1031 // Whatever went wrong, the requests must hear it and give no answer.
            catch (Exception e)
#pragma warning restore CA1031
            {
                batch.ForEach(w => w.Done.SetException(e));
            }
        }
    }

    private async Task Store(List<Waiting> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem("access-log");
        var db = scope.ServiceProvider.GetRequiredService<PgaDbContext>();
        await using var writer = await BulkWriter.Begin(db, CancellationToken.None);
        foreach (var line in batch.SelectMany(w => w.Lines))
            await writer.Insert(line, CancellationToken.None);
        await writer.Commit(CancellationToken.None);
    }

    private sealed record Waiting(IReadOnlyList<AccessLogLine> Lines)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
