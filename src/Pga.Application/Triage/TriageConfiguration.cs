using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

internal sealed class TriageDecisionConfiguration : IEntityTypeConfiguration<TriageDecision>
{
    public void Configure(EntityTypeBuilder<TriageDecision> decision)
    {
        decision.Property(d => d.Outcome).HasMaxLength(16);
        decision.Property(d => d.CriteriaCodes).HasMaxLength(100);
        decision.Property(d => d.Motivation).HasMaxLength(TriageDecision.MaxMotivation);
        decision.Property(d => d.Deciders).HasMaxLength(TriageDecision.MaxDeciders);
        decision.Property(d => d.Organisation).HasMaxLength(Domain.DataSharings.DataSharing.MaxRecipient);
        decision.Property(d => d.FeedbackVia).HasMaxLength(16);
        decision.Property(d => d.Feedback).HasMaxLength(TriageDecision.MaxFeedback);
        decision.Property(d => d.CorrectionReason).HasMaxLength(TriageDecision.MaxReason);
        decision.Ignore(d => d.Criteria);
        decision.HasOne<Traject>().WithMany().HasForeignKey(d => d.TrajectId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.RecordedById).OnDelete(DeleteBehavior.Restrict);
        // The state of every traject that hasn't started asks for its current decision.
        decision.HasIndex(d => new { d.TrajectId, d.SupersededById, d.Outcome });
        decision.HasIndex(d => d.DecidedOn);
    }
}
