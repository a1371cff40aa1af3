using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Clients;

/// <summary>
/// Aanmelding: a new client with a traject, or a new traject of a client whom the actor knows (re-entry). A person who is
/// known by BSN isn't made twice; other possible duplicates must have been looked at. Without a start date it goes to the
/// triage. Answers the traject's id.
/// </summary>
/// <param name="ClientId">The client of a re-entry; then the person's own data stay as they are.</param>
/// <param name="Wijk">Of a re-entry: where the client lives now, or null when that didn't change.</param>
/// <param name="StartedOn">Null: the triage decides first.</param>
/// <param name="CaseWorkerId">Casusregie, or the RIO of a <c>rio</c> traject. Null: the actor, when that is their work; else nobody until it starts.</param>
/// <param name="ProcessWorkerId">Procesregie.</param>
/// <param name="DuplicatesSeen">The actor has looked at the possible duplicates: this is somebody else.</param>
/// <param name="AanmeldingId">The aanmelding of a partner that this takes in.</param>
[Requires(Permission.ReferClient)]
[TakesNumber]
public sealed record ReferClient(
    Guid CommandId,
    Guid? ClientId,
    string? GivenName,
    string? Prefix,
    string? FamilyName,
    DateOnly? BirthDate,
    string? Gender,
    string? Wijk,
    string? Bsn,
    string Programme,
    DateOnly? ReferredOn,
    string? ReferredBy,
    string? Ground,
    string? Purpose,
    string? Informed,
    string? InformedNote,
    DateOnly? InformedReviewOn,
    DateOnly? StartedOn,
    Guid? CaseWorkerId,
    Guid? ProcessWorkerId,
    bool DuplicatesSeen,
    Guid? AanmeldingId = null) : ICommand;

internal sealed class ReferClientValidator : AbstractValidator<ReferClient>
{
    private static readonly DateOnly FirstBirth = new(1900, 1, 1);

    public ReferClientValidator(TimeProvider clock)
    {
        When(c => c.ClientId is null, () =>
        {
            RuleFor(c => c.GivenName).NotEmpty().WithMessage("Vul de voornaam in.");
            RuleFor(c => c.FamilyName).NotEmpty().WithMessage("Vul de achternaam in.");
            RuleFor(c => c.BirthDate).Must(b => b is null || (b >= FirstBirth && b <= clock.Today())).WithMessage("Deze geboortedatum kan niet. Controleer het jaar.");
            RuleFor(c => c.Gender).Must(Client.Genders.Has).WithMessage("Kies een geslacht, of ‘Onbekend’.");
            RuleFor(c => c.Wijk).NotEmpty().WithMessage("Kies een wijk, of ‘Onbekend’.");
            RuleFor(c => c.Bsn).Must(DuplicateSearch.IsBsnOrEmpty).WithMessage(DuplicateSearch.WrongBsn);
        });
        RuleFor(c => c.GivenName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(c => c.Prefix).MaximumLength(Client.MaxPrefix).WithMessage($"Gebruik hoogstens {Client.MaxPrefix} tekens.");
        RuleFor(c => c.FamilyName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(c => c.Wijk).Must(w => string.IsNullOrEmpty(w) || Wijken.List.Has(w)).WithMessage("Kies een wijk uit de lijst.");
        RuleFor(c => c.Programme).Must(Programmes.List.Has).WithMessage("Kies een aanpak.");
        RuleFor(c => c.ReferredOn).NotNull().WithMessage("Vul de datum van de aanmelding in.");
        RuleFor(c => c.ReferredOn).Must(d => d is null || d <= clock.Today()).WithMessage("De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleFor(c => c.ReferredBy).NotEmpty().WithMessage("Vul in wie de persoon aanmeldt.");
        RuleFor(c => c.ReferredBy).MaximumLength(Traject.MaxReferredBy).WithMessage($"Gebruik hoogstens {Traject.MaxReferredBy} tekens.");
        RuleFor(c => c.Ground).NotEmpty().WithMessage("Schrijf op waarom deze persoon wordt aangemeld.");
        RuleFor(c => c.Ground).MaximumLength(Traject.MaxText).WithMessage($"Gebruik hoogstens {Traject.MaxText} tekens.");
        RuleFor(c => c.Purpose).NotEmpty().WithMessage("Schrijf op wat het doel is.");
        RuleFor(c => c.Purpose).MaximumLength(Traject.MaxText).WithMessage($"Gebruik hoogstens {Traject.MaxText} tekens.");
        RuleFor(c => c.Informed).Must(Traject.InformedCodes.Has).WithMessage("Kies of de persoon is geïnformeerd.");
        RuleFor(c => c.InformedNote).MaximumLength(Traject.MaxText).WithMessage($"Gebruik hoogstens {Traject.MaxText} tekens.");
    }
}

[SeesAll("a BSN and a number are unique among all clients; says no more than whom to ask")]
internal sealed class ReferClientHandler(PgaDbContext db, Actor actor, BsnVault vault, CurrentRequest current, AccessLog log, TriageCutOff cutOff, TimeProvider clock)
    : IRequestHandler<ReferClient, Guid>
{
    public async Task<Guid> Handle(ReferClient c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var aanmelding = c.AanmeldingId is { } sent ? await Waiting(sent, cancellationToken) : null;
        var client = c.ClientId is { } known ? await Known(known, c, cancellationToken) : await New(c, cancellationToken);
        var traject = new Traject(
            c.CommandId, await Numbers.Next($"T-{today.Year}-", db.Trajects.IgnoreQueryFilters().Select(t => t.Number), cancellationToken),
            client.Id, c.Programme, c.ReferredOn!.Value, c.ReferredBy!.Trim(), actor.Team);
        traject.GroundIn(c.Ground!.Trim(), c.Purpose!.Trim(), c.Informed, c.InformedNote, c.InformedReviewOn);
        if (c.StartedOn is { } started)
            traject.Start(started, today);
        else
            traject.ForTriage(aanmelding?.TriageOn ?? cutOff.For(clock.UtcNow()));
        // Without a team no coordinator would see it.
        await new GiveWork(db, actor).To(traject, c.CaseWorkerId, c.ProcessWorkerId, c.StartedOn ?? today, c.StartedOn is not null || actor.Team is null, cancellationToken);
        aanmelding?.TakeIn(traject.Id, actor.StaffId!.Value, clock.UtcNow());
        db.Trajects.Add(traject);
        return traject.Id;
    }

    // One that was taken in is seen by who sees its traject; those hear that somebody was first.
    private async Task<Aanmelding> Waiting(Guid id, CancellationToken ct)
    {
        if (!actor.Can(Permission.DecideTriage))
            throw new Forbidden();
        var aanmelding = await db.Aanmeldingen.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFound();
        RuleBroken.Unless(aanmelding.HandledAt is null, "aanmelding.handled", "", "Een collega heeft deze aanmelding al in behandeling genomen.");
        return aanmelding;
    }

    private async Task<Client> Known(Guid id, ReferClient c, CancellationToken ct)
    {
        current.ClientId = id;
        var trajects = db.Trajects.Where(t => t.ClientId == id);
        if (!await trajects.AnyAsync(ct))
            throw new NotFound();
        if (!await trajects.AnyAsync(AccessRule.MayWrite(db), ct))
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        var client = await db.Clients.SingleAsync(x => x.Id == id, ct);
        if (!string.IsNullOrEmpty(c.Wijk))
            client.LivesIn(WijkOf(c), c.ReferredOn!.Value);
        return client;
    }

    private async Task<Client> New(ReferClient c, CancellationToken ct)
    {
        var byBsn = await DuplicateSearch.Describe(db, await DuplicateSearch.ByBsn(db, vault, c.Bsn, ct), ct);
        if (byBsn.Any)
            await Refuse(byBsn, "Bsn", "referral.known", $"Deze persoon is al bekend. {WhomToAsk(byBsn)}");
        if (!c.DuplicatesSeen)
        {
            var byName = await DuplicateSearch.Describe(db, await DuplicateSearch.ByName(db, c.FamilyName, c.BirthDate, ct), ct);
            if (byName.Any)
            {
                await Refuse(byName, "DuplicatesSeen", "referral.duplicates",
                    "Er is al iemand bekend met deze achternaam en geboortedatum. Bekijk eerst of het dezelfde persoon is.");
            }
        }

        var year = clock.Today().Year;
        var client = new Client(
            Guid.CreateVersion7(), await Numbers.Next($"{year}-", db.Clients.IgnoreQueryFilters().Select(x => x.Number), ct),
            c.GivenName!, c.Prefix, c.FamilyName!, c.BirthDate, c.Gender!);
        client.LivesIn(WijkOf(c), Residence.Always);
        if (!string.IsNullOrWhiteSpace(c.Bsn))
            vault.Store(client, Bsn.Parse(c.Bsn));
        db.Clients.Add(client);
        return client;
    }

    // The refusal itself tells something about these clients, and what is filled in wrongly isn't logged by itself.
    private async Task Refuse(Duplicates found, string field, string code, string text)
    {
        await log.Write([.. found.Looks.Select(l => new AccessSubject(l.ClientId, l.TrajectId))], AccessOutcomes.Granted);
        throw new Invalid([new FieldError(field, text, code)]);
    }

    private static string WhomToAsk(Duplicates found) => found.Own.Count > 0
        ? "Maak een nieuw traject in het dossier dat er al is."
        : $"Neem contact op met {string.Join(", ", found.Elsewhere.Select(e => e.Contact))}.";

    private static string? WijkOf(ReferClient c) => c.Wijk == Wijken.Unknown ? null : c.Wijk;
}
