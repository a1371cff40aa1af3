using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Staff;

namespace Pga.Application.Staff;

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Restrict);
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.ReplacementId).OnDelete(DeleteBehavior.Restrict);
        absence.HasIndex(a => new { a.StaffId, a.Until });
        absence.HasIndex(a => new { a.ReplacementId, a.Until });
    }
}
