using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Facts;

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.HasOne<Traject>().WithMany().HasForeignKey(f => f.TrajectId).OnDelete(DeleteBehavior.Restrict);
        fact.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.RecordedById).OnDelete(DeleteBehavior.Restrict);
        fact.Property(f => f.Kind).HasMaxLength(32);
        fact.Property(f => f.Provenance).HasMaxLength(32);
        fact.Property(f => f.Organisation).HasMaxLength(Fact.MaxOrganisation);
        fact.Property(f => f.Text).HasMaxLength(Fact.MaxText);
        fact.Property(f => f.Reliability).HasMaxLength(16);
        fact.Property(f => f.CorrectionReason).HasMaxLength(Fact.MaxReason);
        fact.Property(f => f.WithdrawReason).HasMaxLength(Fact.MaxReason);
        fact.HasIndex(f => new { f.TrajectId, f.OccurredOn });
        fact.HasIndex(f => f.OriginId);
        // For the nightly look at what may no longer be kept.
        fact.HasIndex(f => f.KeepUntil);
    }
}
