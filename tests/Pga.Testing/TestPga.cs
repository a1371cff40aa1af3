using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pga.Application;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Staff;

namespace Pga.Testing;

/// <summary>The application on a database of its own, for one test. Every message goes through the whole pipeline.</summary>
public sealed class TestPga : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    public TestPga(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddPgaApplication(Path.Combine(TestDatabase.Folder, "test.key"));
        services.AddDbContext<PgaDbContext>(_database.Configure);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeClock Clock { get; } = new();

    public string ConnectionString => _database.ConnectionString;

    public IServiceProvider Services => _services;

    /// <summary>Sends a message as a member of staff, in a scope of its own, as a front would.</summary>
    public Task<T> Send<T>(StaffMember sender, IRequest<T> request) => InScope(a => a.BecomeStaff(sender, "127.0.0.1"), s => Mediator(s).Send(request));

    /// <summary>Sends a message as the command line does.</summary>
    public Task<T> SendAsSystem<T>(IRequest<T> request) => InScope(a => a.BecomeSystem("tester"), s => Mediator(s).Send(request));

    /// <summary>Sends a message as nobody.</summary>
    public Task<T> SendUnsigned<T>(IRequest<T> request) => InScope(_ => { }, s => Mediator(s).Send(request));

    /// <summary>Looks in the database past the access rule.</summary>
    public Task<T> Read<T>(Func<PgaDbContext, Task<T>> read) =>
        InScope(a => a.BecomeSystem("tester"), s => read(s.GetRequiredService<PgaDbContext>()));

    /// <summary>Looks in the database as a member of staff, with the access rule.</summary>
    public Task<T> ReadAs<T>(StaffMember sender, Func<PgaDbContext, Task<T>> read) =>
        InScope(a => a.BecomeStaff(sender, "127.0.0.1"), s => read(s.GetRequiredService<PgaDbContext>()));

    /// <summary>Stores what a test starts from.</summary>
    public Task Given(params object[] entities) => Read(async db =>
    {
        db.AddRange(entities);
        return await db.SaveChangesAsync();
    });

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
    }

    private static IMediator Mediator(IServiceProvider services) => services.GetRequiredService<IMediator>();

    private async Task<T> InScope<T>(Action<Actor> become, Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = _services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<Actor>());
        return await run(scope.ServiceProvider);
    }
}
