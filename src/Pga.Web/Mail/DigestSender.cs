using System.Net.Mail;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Tasks;
using Pga.Domain.Common;

namespace Pga.Web.Mail;

/// <summary>
/// On working days, once it is time, mails everybody for whom something waits. Whether something does is asked in their own
/// name, through the access rule. Each is stored at once, so that a restart goes on where it was.
/// </summary>
public sealed class DigestSender(MailSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestSender> log) : BackgroundService
{
    private const string Source = "dagbericht";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(1);
    private readonly Mailer _mailer = new(settings);
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateOnly? _doneOn;
    private DateTime _retryAt = DateTime.MinValue;
    private TimeSpan _retry = FirstRetry;

    /// <summary>Sends what is to be sent now; does nothing when it isn't time.</summary>
    public async Task Run(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var now = clock.UtcNow();
            var local = Calendar.LocalTime(now);
            var today = DateOnly.FromDateTime(local);
            if (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || TimeOnly.FromDateTime(local) < settings.DigestAt || _doneOn == today || now < _retryAt)
                return;
            if (await Round(today, ct))
            {
                (_doneOn, _retryAt, _retry) = (today, DateTime.MinValue, FirstRetry);
                return;
            }

            _retryAt = now + _retry;
            _retry = _retry * 2 < LastRetry ? _retry * 2 : LastRetry;
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, clock, stoppingToken);
            await Run(stoppingToken);
        }
    }

    /// <returns>Nobody is left for today.</returns>
    private async Task<bool> Round(DateOnly today, CancellationToken ct)
    {
        var (sent, failed) = (0, 0);
        string? why = null;
        try
        {
            foreach (var receiver in await InScope(a => a.BecomeSystem(Source), m => m.Send(new GetDigestReceivers(today), ct)))
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    if (await InScope(a => receiver.SignIn(a, Source), m => m.Send(new GetWhetherDue(), ct)))
                    {
                        await _mailer.Send(receiver.StaffId, receiver.Email, today);
                        sent++;
                    }

                    // Not broken off either: what was sent must be known.
                    await InScope(a => a.BecomeSystem(Source), m => m.Send(new RecordDigest(Guid.CreateVersion7(), receiver.StaffId, today), CancellationToken.None));
                }
                catch (Exception e) when (e is SmtpFailedRecipientException or FormatException)
                {
                    // This address only; the others get theirs.
                    failed++;
                    why = Describe(e);
                }
            }
        }
        catch (Exception e) when (DatabaseErrors.IsCancellation(e, ct))
        {
            return false;
        }
#pragma warning disable CA1031 // The last stop: the server may be away, and is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failed++;
            why = Describe(e);
        }

        if (failed > 0)
            log.LogWarning("The digest of {Day} is not complete: {Sent} sent, then {Why}. It is tried again.", today, sent, why);
        else
            log.LogInformation("The digest of {Day} is complete: {Sent} sent.", today, sent);
        return failed == 0;
    }

    // Never the message: a mail server repeats addresses in it.
    private static string Describe(Exception e) => e is SmtpException smtp ? $"{e.GetType().Name} {smtp.StatusCode}" : e.GetType().Name;

    private async Task<T> InScope<T>(Action<Actor> become, Func<IMediator, Task<T>> send)
    {
        await using var scope = scopes.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<Actor>());
        return await send(scope.ServiceProvider.GetRequiredService<IMediator>());
    }
}
