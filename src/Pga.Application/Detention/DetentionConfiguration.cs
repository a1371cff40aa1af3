using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Detention;

namespace Pga.Application.Detention;

internal sealed class DetentionConfiguration : IEntityTypeConfiguration<DetentionPeriod>
{
    public void Configure(EntityTypeBuilder<DetentionPeriod> period)
    {
        period.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        period.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.ClientId, p.InstitutionId, p.From }).IsUnique();
        period.HasIndex(p => new { p.InstitutionId, p.Until });
        period.Property(p => p.Title).HasMaxLength(DetentionPeriod.MaxText);
        period.Property(p => p.Phase).HasMaxLength(DetentionPeriod.MaxText);
    }
}
