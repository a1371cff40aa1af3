using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;

namespace Pga.Application.Audit;

internal sealed class AccessLogLineConfiguration : IEntityTypeConfiguration<AccessLogLine>
{
    public void Configure(EntityTypeBuilder<AccessLogLine> line)
    {
        line.ToTable("AccessLog");
        line.Property(l => l.Role).HasMaxLength(AccessLogLine.MaxText);
        line.Property(l => l.Request).HasMaxLength(AccessLogLine.MaxText);
        line.Property(l => l.Purpose).HasMaxLength(AccessLogLine.MaxText);
        line.Property(l => l.Outcome).HasMaxLength(AccessLogLine.MaxText);
        line.Property(l => l.Source).HasMaxLength(AccessLogLine.MaxText);
        line.HasIndex(l => new { l.ClientId, l.At });
    }
}

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Role).HasMaxLength(HistoryEntry.MaxText);
        entry.Property(e => e.Source).HasMaxLength(HistoryEntry.MaxText);
        entry.Property(e => e.Request).HasMaxLength(HistoryEntry.MaxText);
        entry.Property(e => e.Entity).HasMaxLength(HistoryEntry.MaxText);
        entry.Property(e => e.Event).HasMaxLength(HistoryEntry.MaxText);
        entry.Property(e => e.Reason).HasMaxLength(HistoryEntry.MaxReason);
        entry.HasIndex(e => e.EntityId);
        entry.HasIndex(e => e.TrajectId);
    }
}

internal sealed class ProcessedCommandConfiguration : IEntityTypeConfiguration<ProcessedCommand>
{
    public void Configure(EntityTypeBuilder<ProcessedCommand> command) => command.Property(c => c.Id).ValueGeneratedNever();
}
