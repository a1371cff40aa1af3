using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;

namespace Pga.Application.Spreekuren;

internal sealed class SpreekuurConfiguration : IEntityTypeConfiguration<Spreekuur>
{
    public void Configure(EntityTypeBuilder<Spreekuur> spreekuur)
    {
        spreekuur.ToTable("Spreekuren");
        spreekuur.Property(s => s.ImportKey).HasMaxLength(64);
        spreekuur.HasIndex(s => s.ImportKey).IsUnique().HasFilter("ImportKey IS NOT NULL");
        spreekuur.HasOne<Institution>().WithMany().HasForeignKey(s => s.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        spreekuur.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.RioId).OnDelete(DeleteBehavior.Restrict);
        spreekuur.HasIndex(s => new { s.RioId, s.HeldAt });
        spreekuur.HasIndex(s => s.HeldOn);
        spreekuur.HasMany(s => s.Visits).WithOne().HasForeignKey(v => v.SpreekuurId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SpreekuurVisitConfiguration : IEntityTypeConfiguration<SpreekuurVisit>
{
    public void Configure(EntityTypeBuilder<SpreekuurVisit> visit)
    {
        visit.HasOne<Client>().WithMany().HasForeignKey(v => v.ClientId).OnDelete(DeleteBehavior.Restrict);
        visit.Property(v => v.Attendance).HasMaxLength(16);
        visit.Property(v => v.NoShowCause).HasMaxLength(32);
        visit.Property(v => v.Note).HasMaxLength(SpreekuurVisit.MaxNote);
    }
}
