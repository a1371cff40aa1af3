using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Spreekuren;

/// <summary>Looks among the RIO's own clients for somebody who walked in: words of the name, or the dossiernummer.</summary>
[Requires(Permission.HoldSpreekuur)]
public sealed record FindWalkIns(string Text) : IQuery<IReadOnlyList<WalkIn>>
{
    public const int MaxFound = 10;
    public const int MinText = 2;
    public const int MaxText = 100;
}

/// <param name="Name">As on a list: <c>Bakker, R.</c></param>
public sealed record WalkIn(Guid ClientId, Guid TrajectId, string Name, string Number) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class FindWalkInsValidator : AbstractValidator<FindWalkIns>
{
    public FindWalkInsValidator() =>
        RuleFor(q => q.Text).Must(text => text?.Trim().Length is >= FindWalkIns.MinText and <= FindWalkIns.MaxText)
            .WithMessage("Vul minstens twee letters van de naam in, of het dossiernummer.");
}

internal sealed class FindWalkInsHandler(PgaDbContext db) : IRequestHandler<FindWalkIns, IReadOnlyList<WalkIn>>
{
    public async Task<IReadOnlyList<WalkIn>> Handle(FindWalkIns q, CancellationToken cancellationToken)
    {
        var clients = db.Clients.AsQueryable();
        foreach (var word in SearchText.Words(q.Text))
            clients = clients.Where(c => c.NameWords.Any(w => EF.Functions.Like(w.Word, word + "%")));
        var found = await clients
            .Join(RioTrajects.Of(db), c => c.Id, t => t.ClientId, (c, t) => new { c.Id, TrajectId = t.Id, t.ReferredOn, c.GivenName, c.Prefix, c.FamilyName, c.Number })
            .OrderBy(f => f.FamilyName).ThenBy(f => f.GivenName).ThenBy(f => f.Number).ThenByDescending(f => f.ReferredOn).ThenByDescending(f => f.TrajectId)
            .Take(FindWalkIns.MaxFound)
            .ToListAsync(cancellationToken);
        return [.. found.DistinctBy(f => f.Id).Select(f => new WalkIn(f.Id, f.TrajectId, SheetName.Of(f.GivenName, f.Prefix, f.FamilyName), f.Number))];
    }
}
