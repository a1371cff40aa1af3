using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Clients;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.DataSharings;

internal sealed class DataSharingConfiguration : IEntityTypeConfiguration<DataSharing>
{
    public void Configure(EntityTypeBuilder<DataSharing> sharing)
    {
        sharing.Property(s => s.Kind).HasMaxLength(16);
        sharing.Property(s => s.Recipient).HasMaxLength(DataSharing.MaxRecipient);
        sharing.Property(s => s.What).HasMaxLength(DataSharing.MaxText);
        sharing.Property(s => s.Ground).HasMaxLength(DataSharing.MaxText);
        sharing.HasOne<Traject>().WithMany().HasForeignKey(s => s.TrajectId).OnDelete(DeleteBehavior.Restrict);
        sharing.HasOne<Client>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        sharing.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
        // The state of a traject asks for a scale-up that goes on.
        sharing.HasIndex(s => new { s.TrajectId, s.Kind, s.Until });
        sharing.HasIndex(s => s.ClientId);
    }
}
