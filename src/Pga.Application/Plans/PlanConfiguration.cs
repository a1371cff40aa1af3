using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Plans;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.HasOne<Traject>().WithMany().HasForeignKey(p => p.TrajectId).OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => p.TrajectId).IsUnique();
    }
}

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public const int MaxCode = 32;

    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.HasOne<Traject>().WithMany().HasForeignKey(g => g.TrajectId).OnDelete(DeleteBehavior.Restrict);
        goal.Property(g => g.Leefgebied).HasMaxLength(MaxCode);
        goal.Property(g => g.ClientWords).HasMaxLength(Goal.MaxWords);
        goal.Property(g => g.ProfessionalWords).HasMaxLength(Goal.MaxWords);
        goal.OwnsMany(g => g.Earlier, earlier =>
        {
            earlier.ToTable("EarlierGoals");
            earlier.WithOwner().HasForeignKey(e => e.GoalId);
            earlier.HasKey(e => new { e.GoalId, e.Number });
            earlier.Property(e => e.Number).ValueGeneratedNever();
            earlier.Property(e => e.Leefgebied).HasMaxLength(MaxCode);
            earlier.Property(e => e.ClientWords).HasMaxLength(Goal.MaxWords);
            earlier.Property(e => e.ProfessionalWords).HasMaxLength(Goal.MaxWords);
        });
    }
}

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.HasOne<Traject>().WithMany().HasForeignKey(w => w.TrajectId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Goal>().WithMany().HasForeignKey(w => w.GoalId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<ConferenceCase>().WithMany().HasForeignKey(w => w.ConferenceCaseId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<StaffMember>().WithMany().HasForeignKey(w => w.StaffId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Relation>().WithMany().HasForeignKey(w => w.RelationId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Partner>().WithMany().HasForeignKey(w => w.PartnerId).OnDelete(DeleteBehavior.Restrict);
        item.Property(w => w.Text).HasMaxLength(WorkItem.MaxText);
        item.Property(w => w.OwnerKind).HasMaxLength(GoalConfiguration.MaxCode);
        item.Property(w => w.Organisation).HasMaxLength(WorkOwner.MaxOrganisation);
        item.Property(w => w.ContactName).HasMaxLength(WorkOwner.MaxContactName);
        item.Property(w => w.Outcome).HasMaxLength(GoalConfiguration.MaxCode);
        item.Property(w => w.Reason).HasMaxLength(WorkItem.MaxReason);
        item.Ignore(w => w.Owner);
        // The open actions of a traject, and of a colleague, soonest first.
        item.HasIndex(w => new { w.TrajectId, w.ClosedOn, w.DueOn });
        item.HasIndex(w => new { w.StaffId, w.ClosedOn, w.DueOn });
        item.OwnsMany(w => w.Earlier, earlier =>
        {
            earlier.ToTable("EarlierWorkItems");
            earlier.WithOwner().HasForeignKey(e => e.WorkItemId);
            earlier.HasKey(e => new { e.WorkItemId, e.Number });
            earlier.HasIndex(e => e.PartnerId);
            earlier.Property(e => e.Number).ValueGeneratedNever();
            earlier.Property(e => e.Text).HasMaxLength(WorkItem.MaxText);
            earlier.Property(e => e.OwnerKind).HasMaxLength(GoalConfiguration.MaxCode);
            earlier.Property(e => e.Organisation).HasMaxLength(WorkOwner.MaxOrganisation);
            earlier.Property(e => e.ContactName).HasMaxLength(WorkOwner.MaxContactName);
            earlier.Property(e => e.Outcome).HasMaxLength(GoalConfiguration.MaxCode);
            earlier.Property(e => e.Reason).HasMaxLength(WorkItem.MaxReason);
            earlier.Ignore(e => e.Owner);
        });
    }
}

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> evaluation)
    {
        evaluation.HasOne<Traject>().WithMany().HasForeignKey(e => e.TrajectId).OnDelete(DeleteBehavior.Restrict);
        evaluation.Property(e => e.Present).HasMaxLength(Evaluation.MaxPresent);
        evaluation.Property(e => e.CorrectionReason).HasMaxLength(Traject.MaxText);
        // One current evaluation per traject and day.
        evaluation.HasIndex(e => new { e.TrajectId, e.HeldOn }).IsUnique().HasFilter("SupersededById IS NULL");
        evaluation.OwnsMany(e => e.Judgements, judgement =>
        {
            judgement.ToTable("Judgements");
            judgement.WithOwner().HasForeignKey(j => j.EvaluationId);
            judgement.HasKey(j => new { j.EvaluationId, j.GoalId });
            judgement.Property(j => j.GoalId).ValueGeneratedNever();
            judgement.Property(j => j.Status).HasMaxLength(GoalConfiguration.MaxCode);
            judgement.Property(j => j.Remark).HasMaxLength(Evaluation.MaxRemark);
        });
    }
}
