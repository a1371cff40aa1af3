using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Assessments;
using Pga.Domain.Trajects;

namespace Pga.Application.Assessments;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.HasOne<Traject>().WithMany().HasForeignKey(a => a.TrajectId).OnDelete(DeleteBehavior.Restrict);
        assessment.Property(a => a.Moment).HasMaxLength(16);
        assessment.Property(a => a.CorrectionReason).HasMaxLength(Traject.MaxText);
        // One current assessment per traject, day and moment.
        assessment.HasIndex(a => new { a.TrajectId, a.MeasuredOn, a.Moment }).IsUnique().HasFilter("SupersededById IS NULL");
        assessment.OwnsMany(a => a.Scores, score =>
        {
            score.ToTable("Scores");
            score.WithOwner().HasForeignKey(s => s.AssessmentId);
            score.HasKey(s => new { s.AssessmentId, s.Leefgebied });
            score.Property(s => s.Leefgebied).HasMaxLength(32);
        });
    }
}

internal sealed class ConditionMeasurementConfiguration : IEntityTypeConfiguration<ConditionMeasurement>
{
    public void Configure(EntityTypeBuilder<ConditionMeasurement> measurement)
    {
        measurement.HasOne<Traject>().WithMany().HasForeignKey(m => m.TrajectId).OnDelete(DeleteBehavior.Restrict);
        measurement.Property(m => m.Moment).HasMaxLength(16);
        measurement.HasIndex(m => new { m.TrajectId, m.MeasuredOn, m.Moment }).IsUnique().HasFilter("SupersededById IS NULL");
        measurement.OwnsMany(m => m.Statuses, status =>
        {
            status.ToTable("ConditionStatuses");
            status.WithOwner().HasForeignKey(s => s.MeasurementId);
            status.HasKey(s => new { s.MeasurementId, s.Condition });
            status.Property(s => s.Condition).HasMaxLength(32);
            status.Property(s => s.Status).HasMaxLength(32);
        });
    }
}
