using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Aanmeldingen;

/// <summary>
/// A partner refers somebody, on behalf of their own organisation. Nothing is looked up: the answer is the same whether or
/// not the person is known. Answers the id of the aanmelding.
/// </summary>
/// <param name="Known">What the partner knows about the person.</param>
/// <param name="Contact">Whom to ask at the partner.</param>
/// <param name="Informed">One of <see cref="Traject.InformedCodes"/>.</param>
/// <param name="Reference">The partner's own, without a name in it.</param>
[Requires(Permission.SendAanmelding)]
[TakesNumber]
public sealed record SendAanmelding(
    Guid CommandId,
    string? GivenName,
    string? Prefix,
    string? FamilyName,
    DateOnly? BirthDate,
    string? Wijk,
    string? Reason,
    string? Known,
    string? Contact,
    string? Informed,
    string? InformedNote,
    DateOnly? InformedReviewOn,
    string? Reference) : ICommand;

internal sealed class SendAanmeldingValidator : AbstractValidator<SendAanmelding>
{
    private static readonly DateOnly FirstBirth = new(1900, 1, 1);

    public SendAanmeldingValidator(TimeProvider clock)
    {
        RuleFor(c => c.GivenName).NotEmpty().WithMessage("Vul de voornaam in.");
        RuleFor(c => c.GivenName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(c => c.Prefix).MaximumLength(Client.MaxPrefix).WithMessage($"Gebruik hoogstens {Client.MaxPrefix} tekens.");
        RuleFor(c => c.FamilyName).NotEmpty().WithMessage("Vul de achternaam in.");
        RuleFor(c => c.FamilyName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(c => c.BirthDate).Must(b => b is null || (b >= FirstBirth && b <= clock.Today())).WithMessage("Deze geboortedatum kan niet. Controleer het jaar.");
        RuleFor(c => c.Wijk).Must(w => string.IsNullOrEmpty(w) || Wijken.List.Has(w)).WithMessage("Kies een wijk uit de lijst.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Schrijf op waarom u deze persoon aanmeldt.");
        RuleFor(c => c.Reason).MaximumLength(Aanmelding.MaxText).WithMessage($"Gebruik hoogstens {Aanmelding.MaxText} tekens.");
        RuleFor(c => c.Known).MaximumLength(Aanmelding.MaxText).WithMessage($"Gebruik hoogstens {Aanmelding.MaxText} tekens.");
        RuleFor(c => c.Contact).NotEmpty().WithMessage("Vul in wie wij bij u kunnen bellen of mailen.");
        RuleFor(c => c.Contact).MaximumLength(Aanmelding.MaxContact).WithMessage($"Gebruik hoogstens {Aanmelding.MaxContact} tekens.");
        RuleFor(c => c.Informed).Must(Traject.InformedCodes.Has).WithMessage("Kies of de persoon is geïnformeerd.");
        RuleFor(c => c.InformedNote).MaximumLength(Aanmelding.MaxText).WithMessage($"Gebruik hoogstens {Aanmelding.MaxText} tekens.");
        RuleFor(c => c.InformedReviewOn).Must(d => d is null || d > clock.Today()).WithMessage("Kies een datum na vandaag.");
        RuleFor(c => c.Reference).MaximumLength(Aanmelding.MaxReference).WithMessage($"Gebruik hoogstens {Aanmelding.MaxReference} tekens.");
    }
}

internal sealed class SendAanmeldingHandler(PgaDbContext db, Actor actor, TriageCutOff cutOff, TimeProvider clock) : IRequestHandler<SendAanmelding, Guid>
{
    public Task<Guid> Handle(SendAanmelding c, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.Organisation))
            throw new Forbidden("Uw account hoort niet bij een organisatie. Vraag de functioneel beheerder om dat te herstellen.");
        var now = clock.UtcNow();
        // One that is taken already is drawn again by the pipeline.
        var number = $"A-{clock.Today().Year}-{RandomNumberGenerator.GetString(Aanmelding.NumberSigns, Aanmelding.NumberLength)}";
        var draft = new AanmeldingDraft(
            c.GivenName, c.Prefix, c.FamilyName, c.BirthDate, string.IsNullOrEmpty(c.Wijk) ? null : c.Wijk, c.Reason, c.Known, c.Contact,
            c.Informed, c.InformedNote, c.InformedReviewOn, c.Reference);
        db.Aanmeldingen.Add(new Aanmelding(c.CommandId, number, actor.StaffId!.Value, actor.Organisation, draft, now, cutOff.For(now)));
        return Task.FromResult(c.CommandId);
    }
}
