using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;

namespace Pga.Application.Tasks;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.Property(n => n.Id).ValueGeneratedNever();
        notification.Property(n => n.Kind).HasMaxLength(Notification.MaxKind);
        notification.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.StaffId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne<Traject>().WithMany().HasForeignKey(n => n.TrajectId).OnDelete(DeleteBehavior.Cascade);
        // How many are unread, on every page. The list is sorted: one person has few.
        notification.HasIndex(n => new { n.StaffId, n.ReadAt, n.CreatedAt });
    }
}

internal sealed class DigestSettingConfiguration : IEntityTypeConfiguration<DigestSetting>
{
    public void Configure(EntityTypeBuilder<DigestSetting> setting)
    {
        setting.HasKey(s => s.StaffId);
        setting.Property(s => s.StaffId).ValueGeneratedNever();
        setting.HasOne<StaffMember>().WithOne().HasForeignKey<DigestSetting>(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
