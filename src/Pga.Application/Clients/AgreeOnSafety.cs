using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;

namespace Pga.Application.Clients;

/// <summary>Sets, changes or removes the safety agreement that is shown above every visit form.</summary>
/// <param name="BaseVersion">Version of the client that the form showed.</param>
/// <param name="Agreement">Empty to remove it.</param>
/// <param name="Until">Last day on which it holds; without it, it holds until it is changed.</param>
[Requires(Permission.EditClient)]
public sealed record AgreeOnSafety(Guid CommandId, Guid BaseVersion, Guid ClientId, string? Agreement, DateOnly? Until) : ICommand, IAboutClient;

internal sealed class AgreeOnSafetyValidator : AbstractValidator<AgreeOnSafety>
{
    public AgreeOnSafetyValidator(TimeProvider clock)
    {
        RuleFor(c => c.Agreement).MaximumLength(Client.MaxSafetyAgreement)
            .WithMessage($"De afspraak is te lang. Gebruik hoogstens {Client.MaxSafetyAgreement} tekens.");
        RuleFor(c => c.Until).Must(until => until is null || until >= clock.Today())
            .WithMessage("Deze datum is al geweest. Kies vandaag of later, of laat de datum leeg.");
        RuleFor(c => c.Agreement).NotEmpty().When(c => c.Until is not null)
            .WithMessage("Schrijf de afspraak op, of laat ook de datum leeg.");
    }
}

internal sealed class AgreeOnSafetyHandler(PgaDbContext db) : IRequestHandler<AgreeOnSafety, Guid>
{
    public async Task<Guid> Handle(AgreeOnSafety c, CancellationToken cancellationToken)
    {
        var client = await db.Clients.SingleOrDefaultAsync(x => x.Id == c.ClientId, cancellationToken) ?? throw new NotFound();
        if (client.Version != c.BaseVersion)
        {
            throw new Conflict(client.Version,
            [
                new ConflictingValue(nameof(c.Agreement), "Veiligheidsafspraak", client.SafetyAgreement, c.Agreement),
                new ConflictingValue(nameof(c.Until), "Geldig tot en met", Shown(client.SafetyAgreementUntil), Shown(c.Until)),
            ]);
        }

        client.AgreeOnSafety(c.Agreement, c.Until);
        return client.Id;
    }

    private static string? Shown(DateOnly? date) => date?.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
