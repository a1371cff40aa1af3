using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

internal sealed class TransferConfiguration : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> transfer)
    {
        transfer.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.FromStaffId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.ToStaffId).OnDelete(DeleteBehavior.Restrict);
        transfer.Property(t => t.ToTeam).HasMaxLength(Traject.MaxTeam).InByteOrder();
        transfer.Property(t => t.Team).HasMaxLength(Traject.MaxTeam).InByteOrder();
        transfer.Property(t => t.Role).HasMaxLength(32);
        transfer.Property(t => t.Note).HasMaxLength(Transfer.MaxNote);
        transfer.Property(t => t.Outcome).HasMaxLength(16);
        transfer.Property(t => t.DeclineReason).HasMaxLength(Transfer.MaxReason);
        // What is open for somebody, for a team, and what somebody asked for.
        transfer.HasIndex(t => new { t.ToStaffId, t.ClosedAt });
        transfer.HasIndex(t => new { t.ToTeam, t.ClosedAt });
        transfer.HasIndex(t => new { t.Team, t.ClosedAt });
        transfer.OwnsMany(t => t.Cases, its =>
        {
            its.ToTable("TransferCases");
            its.WithOwner().HasForeignKey(c => c.TransferId);
            its.HasKey(c => new { c.TransferId, c.TrajectId });
            its.Property(c => c.TrajectId).ValueGeneratedNever();
            its.HasIndex(c => c.TrajectId);
        });
    }
}
