using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;

namespace Pga.Application.Contacts;

internal sealed class AgendaFeedConfiguration : IEntityTypeConfiguration<AgendaFeed>
{
    public void Configure(EntityTypeBuilder<AgendaFeed> feed)
    {
        feed.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Restrict);
        feed.Property(f => f.SecretHash).HasMaxLength(AgendaFeed.MaxSecretHash);
        feed.HasIndex(f => f.SecretHash).IsUnique();
    }
}
