using MediatR;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Web.Hosting;

namespace Pga.Web.Cli;

/// <summary>Runs one verb as <c>system</c>, on a database that is up to date, through the same messages as the web fronts.</summary>
internal static class VerbScope
{
    public static async Task<int> Run(Func<IServiceProvider, CancellationToken, Task<int>> verb, CancellationToken ct, bool prepare = true)
    {
        await using var app = PgaHost.CreateBuilder([]).Build();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem($"{Environment.UserName}@{Environment.MachineName}");
        try
        {
            if (prepare)
                await Database.Prepare(scope.ServiceProvider, ct);
            return await verb(scope.ServiceProvider, ct);
        }
        catch (Invalid invalid)
        {
            foreach (var error in invalid.Errors)
                await Console.Error.WriteLineAsync(error.Text);
            return Verbs.Failed;
        }
        catch (Refused refused)
        {
            await Console.Error.WriteLineAsync(refused.Text);
            return Verbs.Failed;
        }
    }

    public static Task<T> Send<T>(this IServiceProvider services, IRequest<T> request, CancellationToken ct) =>
        services.GetRequiredService<IMediator>().Send(request, ct);
}
