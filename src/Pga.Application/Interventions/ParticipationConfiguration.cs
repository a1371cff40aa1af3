using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;

namespace Pga.Application.Interventions;

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.Property(p => p.ImportKey).HasMaxLength(64);
        participation.HasIndex(p => p.ImportKey).IsUnique().HasFilter("ImportKey IS NOT NULL");
        participation.HasOne<Traject>().WithMany().HasForeignKey(p => p.TrajectId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Intervention>().WithMany().HasForeignKey(p => p.InterventionId).OnDelete(DeleteBehavior.Restrict);
        participation.Property(p => p.Result).HasMaxLength(32);
    }
}

internal sealed class PartnerInvolvementConfiguration : IEntityTypeConfiguration<PartnerInvolvement>
{
    public void Configure(EntityTypeBuilder<PartnerInvolvement> involvement)
    {
        involvement.HasOne<Traject>().WithMany().HasForeignKey(i => i.TrajectId).OnDelete(DeleteBehavior.Restrict);
        involvement.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
        involvement.HasIndex(i => new { i.TrajectId, i.PartnerId, i.From }).IsUnique();
    }
}
