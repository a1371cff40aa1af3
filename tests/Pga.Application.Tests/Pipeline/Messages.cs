using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

// The smallest messages of each kind, so that the pipeline is tested on what it does and not on a feature's changes.
#pragma warning disable CA1812 // Made by the container.

[Requires(Permission.ViewDossier)]
internal sealed record LookAtTraject(Guid TrajectId) : IQuery<string>, IAboutTraject;

internal sealed class LookAtTrajectHandler(PgaDbContext db) : IRequestHandler<LookAtTraject, string>
{
    public Task<string> Handle(LookAtTraject request, CancellationToken cancellationToken) =>
        db.Trajects.Where(t => t.Id == request.TrajectId).Select(t => t.Number).SingleAsync(cancellationToken);
}

[Requires(Permission.ViewDossier)]
internal sealed record LookAtClient(Guid ClientId) : IQuery<string>, IAboutClient;

internal sealed class LookAtClientHandler(PgaDbContext db) : IRequestHandler<LookAtClient, string>
{
    public Task<string> Handle(LookAtClient request, CancellationToken cancellationToken) =>
        db.Clients.Where(c => c.Id == request.ClientId).Select(c => c.Number).SingleAsync(cancellationToken);
}

[Requires(Permission.ViewWorklist, Purpose = Purposes.Management)]
internal sealed record ListTrajects : IQuery<IReadOnlyList<ListedTraject>>;

internal sealed record ListedTraject(Guid ClientId, Guid? TrajectId) : IRevealsClient;

internal sealed class ListTrajectsHandler(PgaDbContext db) : IRequestHandler<ListTrajects, IReadOnlyList<ListedTraject>>
{
    public async Task<IReadOnlyList<ListedTraject>> Handle(ListTrajects request, CancellationToken cancellationToken) =>
        await db.Trajects.OrderBy(t => t.Number).Select(t => new ListedTraject(t.ClientId, t.Id)).ToListAsync(cancellationToken);
}

/// <summary>Writes a letter's contact moment, or what a test asks it to do instead.</summary>
[Requires(Permission.LogContact)]
internal sealed record WriteLetter(Guid CommandId, Guid TrajectId, string Text) : ICommand, IAboutTraject
{
    public Func<PgaDbContext, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;
}

internal sealed class WriteLetterValidator : AbstractValidator<WriteLetter>
{
    public WriteLetterValidator() => RuleFor(w => w.Text).NotEmpty().WithMessage("Schrijf een tekst.");
}

internal sealed class WriteLetterHandler(PgaDbContext db, TimeProvider clock, Actor actor) : IRequestHandler<WriteLetter, Guid>
{
    public async Task<Guid> Handle(WriteLetter request, CancellationToken cancellationToken)
    {
        await request.Meanwhile(db);
        var details = new ContactDetails("letter", clock.UtcNow(), ContactCodes.Held, request.Text);
        db.ContactMoments.Add(new ContactMoment(request.CommandId, request.TrajectId, actor.StaffId, clock.UtcNow(), details));
        return request.CommandId;
    }
}

/// <summary>Changes the traject itself, so that two at once meet each other's version.</summary>
[Requires(Permission.EditClient)]
internal sealed record RestrictTraject(Guid CommandId, Guid TrajectId, string Reason) : ICommand, IAboutTraject
{
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;
}

internal sealed class RestrictTrajectHandler(PgaDbContext db) : IRequestHandler<RestrictTraject, Guid>
{
    public async Task<Guid> Handle(RestrictTraject request, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.SingleAsync(t => t.Id == request.TrajectId, cancellationToken);
        await request.Meanwhile();
        traject.Restrict(true, request.Reason);
        return traject.Id;
    }
}

internal sealed record DeclaresNothing : IQuery<string>;

internal sealed class DeclaresNothingHandler : IRequestHandler<DeclaresNothing, string>
{
    public Task<string> Handle(DeclaresNothing request, CancellationToken cancellationToken) => Task.FromResult("");
}

/// <summary>Base of the pipeline's tests: the application with these messages beside its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class PipelineTest : IDisposable
{
    protected TestPga Pga { get; } = new(services => services
        .AddScoped<IRequestHandler<LookAtTraject, string>, LookAtTrajectHandler>()
        .AddScoped<IRequestHandler<LookAtClient, string>, LookAtClientHandler>()
        .AddScoped<IRequestHandler<ListTrajects, IReadOnlyList<ListedTraject>>, ListTrajectsHandler>()
        .AddScoped<IRequestHandler<WriteLetter, Guid>, WriteLetterHandler>()
        .AddScoped<IValidator<WriteLetter>, WriteLetterValidator>()
        .AddScoped<IRequestHandler<RestrictTraject, Guid>, RestrictTrajectHandler>()
        .AddScoped<IRequestHandler<DeclaresNothing, string>, DeclaresNothingHandler>());

    public void Dispose()
    {
        Pga.Dispose();
        GC.SuppressFinalize(this);
    }
}
