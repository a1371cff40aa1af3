using System.Globalization;
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
        // All that the rapportage reads of every assessment, those of a moment together.
        assessment.HasIndex(a => new { a.Moment, a.TrajectId, a.MeasuredOn, a.Scores }).HasFilter("SupersededById IS NULL");
        assessment.Property(a => a.Scores).HasPairs(
            s => (s.Leefgebied, s.Level.ToString(CultureInfo.InvariantCulture)),
            (leefgebied, level) => new Score(leefgebied, int.Parse(level, CultureInfo.InvariantCulture)));
    }
}

internal sealed class ConditionMeasurementConfiguration : IEntityTypeConfiguration<ConditionMeasurement>
{
    public void Configure(EntityTypeBuilder<ConditionMeasurement> measurement)
    {
        measurement.HasOne<Traject>().WithMany().HasForeignKey(m => m.TrajectId).OnDelete(DeleteBehavior.Restrict);
        measurement.Property(m => m.Moment).HasMaxLength(16);
        measurement.HasIndex(m => new { m.TrajectId, m.MeasuredOn, m.Moment }).IsUnique().HasFilter("SupersededById IS NULL");
        measurement.Property(m => m.Statuses).HasPairs(s => (s.Condition, s.Status), (condition, status) => new ConditionStatus(condition, status));
    }
}
