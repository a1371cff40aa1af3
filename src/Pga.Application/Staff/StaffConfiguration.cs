using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Staff;

internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("Staff");
        staff.Property(s => s.Email).HasMaxLength(StaffMember.MaxEmail);
        staff.HasIndex(s => s.Email).IsUnique();
        staff.Property(s => s.Name).HasMaxLength(StaffMember.MaxName);
        staff.Property(s => s.RoleCodes).HasMaxLength(200);
        staff.Property(s => s.Team).HasMaxLength(Traject.MaxTeam).InByteOrder();
        staff.Property(s => s.Organisation).HasMaxLength(StaffMember.MaxOrganisation);
        staff.Ignore(s => s.Roles);
        staff.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasOne<StaffMember>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
