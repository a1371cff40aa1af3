using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;

namespace Pga.Application.Catalogues;

internal abstract class CatalogueConfiguration<T>(IReadOnlyList<T> shipped) : IEntityTypeConfiguration<T>
    where T : CatalogueItem
{
    public void Configure(EntityTypeBuilder<T> item)
    {
        item.Property(i => i.Code).HasMaxLength(CatalogueItem.MaxCode);
        item.HasIndex(i => i.Code).IsUnique();
        item.Property(i => i.Name).HasMaxLength(CatalogueItem.MaxName);
        More(item);
        item.HasData(shipped);
    }

    protected virtual void More(EntityTypeBuilder<T> item)
    {
    }
}

internal sealed class InterventionConfiguration() : CatalogueConfiguration<Intervention>(ShippedCatalogues.Interventions)
{
    protected override void More(EntityTypeBuilder<Intervention> item)
    {
        item.Property(i => i.Kind).HasMaxLength(16);
        item.Property(i => i.Purpose).HasMaxLength(Intervention.MaxPurpose);
        item.HasOne<Partner>().WithMany().HasForeignKey(i => i.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartnerConfiguration() : CatalogueConfiguration<Partner>(ShippedCatalogues.Partners);

internal sealed class InstitutionConfiguration() : CatalogueConfiguration<Institution>(ShippedCatalogues.Institutions)
{
    protected override void More(EntityTypeBuilder<Institution> item) => item.Property(i => i.Country).HasMaxLength(2);
}

internal sealed class ActivityKindConfiguration() : CatalogueConfiguration<ActivityKind>(ShippedCatalogues.ActivityKinds);
