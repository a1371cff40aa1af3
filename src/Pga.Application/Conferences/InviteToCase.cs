using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>
/// Asks somebody to be there when a case is discussed: a colleague who may read the dossier, or somebody of another
/// organisation on a ground. It gives access to nothing. Answers the id of the invitation.
/// </summary>
/// <param name="StaffId">A colleague; then the rest is empty.</param>
/// <param name="PartnerId">An organisation of the catalogue, or else <paramref name="Organisation"/>.</param>
/// <param name="Function">As who they come.</param>
[Requires(Permission.HoldConference)]
public sealed record InviteToCase(
    Guid CommandId, Guid TrajectId, Guid CaseId, Guid? StaffId = null, Guid? PartnerId = null, string? Organisation = null, string? Function = null, string? Ground = null)
    : ICommand, IAboutTraject;

internal sealed class InviteToCaseValidator : AbstractValidator<InviteToCase>
{
    public InviteToCaseValidator()
    {
        When(c => c.StaffId is null, () =>
        {
            RuleFor(c => c.Organisation).Must((c, o) => c.PartnerId is not null || !string.IsNullOrWhiteSpace(o)).WithErrorCode("invitation.organisation").WithMessage("Kies de organisatie, of vul de naam ervan in.");
            RuleFor(c => c.Function).Must(f => !string.IsNullOrWhiteSpace(f)).WithErrorCode("invitation.function").WithMessage("Vul in welke functie deze persoon heeft, bijvoorbeeld wijkagent.");
            RuleFor(c => c.Ground).Must(g => !string.IsNullOrWhiteSpace(g)).WithErrorCode("invitation.ground").WithMessage("Schrijf op waarom deze persoon mag horen wat over dit traject wordt gezegd.");
        });
        RuleFor(c => c.Organisation).MaximumLength(ConferenceInvitation.MaxOrganisation).WithMessage($"De naam is te lang. Gebruik hoogstens {ConferenceInvitation.MaxOrganisation} tekens.");
        RuleFor(c => c.Function).MaximumLength(ConferenceInvitation.MaxFunction).WithMessage($"De functie is te lang. Gebruik hoogstens {ConferenceInvitation.MaxFunction} tekens.");
        RuleFor(c => c.Ground).MaximumLength(ConferenceInvitation.MaxGround).WithMessage("Dit is te lang. Gebruik hoogstens 1.000 tekens.");
    }
}

internal sealed class InviteToCaseHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<InviteToCase, Guid>
{
    public async Task<Guid> Handle(InviteToCase c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        if (!its.IsOpen)
            conference.CheckOpen();
        RuleBroken.Unless(its.ClosedAt is null, "case.closed", "", "Deze casus is afgerond. Open de casus opnieuw om nog iemand toe te voegen.");
        var invitation = c.StaffId is { } staff ? await Colleague(c.CommandId, its, staff, cancellationToken) : await Outsider(c, its, cancellationToken);
        db.ConferenceInvitations.Add(invitation);
        return invitation.Id;
    }

    private async Task<ConferenceInvitation> Colleague(Guid id, ConferenceCase its, Guid staffId, CancellationToken ct)
    {
        var readers = await db.ReadersOf(its.TrajectId, clock.Today(), ct);
        RuleBroken.Unless(readers.Any(r => r.Id == staffId), "invitation.no-access", "StaffId",
            "Deze collega mag het dossier niet inzien. Wijs de collega eerst toe aan het traject, of kies een ander.");
        RuleBroken.Unless(!await db.ConferenceInvitations.AnyAsync(i => i.ConferenceCaseId == its.Id && i.StaffId == staffId, ct), "invitation.double", "StaffId", "Deze collega is al uitgenodigd.");
        return ConferenceInvitation.Colleague(id, its, staffId);
    }

    private async Task<ConferenceInvitation> Outsider(InviteToCase c, ConferenceCase its, CancellationToken ct)
    {
        var organisation = c.Organisation;
        if (c.PartnerId is { } partner)
        {
            organisation = await db.Partners.Where(p => p.Id == partner).Select(p => p.Name).SingleOrDefaultAsync(ct)
                ?? throw new RuleBroken("invitation.organisation", "Organisation", "Kies de organisatie, of vul de naam ervan in.");
        }

        var (name, function) = (organisation!.Trim(), c.Function!.Trim());
        RuleBroken.Unless(!await db.ConferenceInvitations.AnyAsync(i => i.ConferenceCaseId == its.Id && i.Organisation == name && i.Function == function, ct),
            "invitation.double", "Function", "Deze functie van deze organisatie is al uitgenodigd.");
        return ConferenceInvitation.Outsider(c.CommandId, its, c.PartnerId, name, function, c.Ground);
    }
}
