using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Statistics;

namespace Pga.Application.Statistics;

/// <summary>Enters how often each kind of activity took place in a year. Answers the command's id.</summary>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record CountActivities(Guid CommandId, int Year, IReadOnlyList<ActivityCount> Counts) : ICommand;

/// <param name="Count">Null to take the number away.</param>
/// <param name="Was">What the form showed: it stands for a base version. Only what differs from it is a change.</param>
public sealed record ActivityCount(Guid KindId, int? Count, int? Was);

internal sealed class CountActivitiesValidator : AbstractValidator<CountActivities>
{
    public CountActivitiesValidator(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => FrozenYears.IsYear(year, clock)).WithMessage(FrozenYears.ChooseYear);
        RuleFor(c => c.Counts).NotNull().WithMessage("Er is niets verstuurd.");
        RuleForEach(c => c.Counts).ChildRules(count =>
        {
            count.RuleFor(x => x.Count).GreaterThanOrEqualTo(0).WithErrorCode("activity.negative").WithMessage("Vul een aantal van 0 of hoger in.");
            count.RuleFor(x => x.Count).LessThanOrEqualTo(Activity.MaxCount).WithErrorCode("activity.too-many").WithMessage("Dit aantal is te groot.");
        });
    }
}

internal sealed class CountActivitiesHandler(PgaDbContext db) : IRequestHandler<CountActivities, Guid>
{
    public async Task<Guid> Handle(CountActivities c, CancellationToken cancellationToken)
    {
        await db.RefuseFrozen(c.Year, cancellationToken);
        var kinds = await db.ActivityKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, cancellationToken);
        var entered = await db.Activities.Where(a => a.Year == c.Year).ToDictionaryAsync(a => a.KindId, cancellationToken);
        var conflicts = new List<ConflictingValue>();
        for (var i = 0; i < c.Counts.Count; i++)
        {
            var (kindId, count, was) = c.Counts[i];
            if (!kinds.TryGetValue(kindId, out var kind))
                throw new NotFound();
            var activity = entered.GetValueOrDefault(kindId);
            if (count == was || count == activity?.Count)
                continue;
            if (activity?.Count != was)
                conflicts.Add(new ConflictingValue($"{nameof(c.Counts)}[{i}].Count", kind.Name, Figures.Text(activity?.Count), Figures.Text(count)));
            else if (activity is null)
            {
                kind.RefuseUnlessValidWithin(new DateOnly(c.Year, 1, 1), new DateOnly(c.Year, 12, 31), "activity.kind", $"{nameof(c.Counts)}[{i}].Count");
                db.Activities.Add(entered[kindId] = new Activity(Guid.CreateVersion7(), c.Year, kindId, count!.Value));
            }
            else if (count is { } number)
                activity.Recount(number);
            else
                db.Activities.Remove(activity);
        }

        if (conflicts.Count > 0)
            throw new Conflict(Guid.Empty, conflicts);
        return c.CommandId;
    }
}
