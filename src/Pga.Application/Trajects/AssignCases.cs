using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// Divides several cases over one or more colleagues, without asking them first: cases that have nobody, or of somebody who
/// can't hand over. All of them or none. Answers the id of the command.
/// </summary>
/// <param name="From">First day in the role.</param>
[Requires(Permission.AssignWorkers)]
public sealed record AssignCases(
    Guid CommandId,
    string Role,
    Guid? FromStaffId,
    IReadOnlyList<Guid>? TrajectIds,
    bool All,
    IReadOnlyList<Guid>? ToStaffIds,
    DateOnly? From) : ICommand, ICaseSelection;

internal sealed class AssignCasesValidator : CaseSelectionRules<AssignCases>
{
    public AssignCasesValidator(TimeProvider clock)
    {
        RuleFor(c => c.ToStaffIds).NotEmpty().WithErrorCode("transfer.receiver").WithMessage("Kies minstens één collega.");
        RuleFor(c => c.From).Must(f => f is not null && f >= clock.Today()).WithErrorCode("transfer.starts-on").WithMessage("Kies vandaag of een latere dag.");
        RuleFor(c => c.From).Must(f => f is null || f <= clock.Today().AddYears(1)).WithMessage("De eerste dag ligt meer dan een jaar vooruit. Controleer het jaar.");
    }
}

internal sealed class AssignCasesHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AssignCases, Guid>
{
    public async Task<Guid> Handle(AssignCases c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var trajects = await CaseSelections.Load(db, actor, c, today, cancellationToken);
        CaseSelections.CheckProgrammes(trajects, c.Role);
        await CaseSelections.CheckHolders(db, trajects, c, today, cancellationToken);
        var receivers = await CaseSelections.Receivers(db, actor, c, trajects, cancellationToken);
        for (var i = 0; i < trajects.Count; i++)
        {
            var receiver = receivers[i % receivers.Count];
            trajects[i].PutOn(Guid.CreateVersion7(), receiver.Id, c.Role, c.From!.Value, today);
            await Replacements.Cover(db, trajects[i], receiver.Id, today, cancellationToken);
        }

        return c.CommandId;
    }
}
