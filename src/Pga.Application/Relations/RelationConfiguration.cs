using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Clients;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

internal sealed class RelationConfiguration : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> relation)
    {
        relation.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
        relation.Property(r => r.Kind).HasMaxLength(16);
        relation.Property(r => r.Name).HasMaxLength(Relation.MaxName);
        relation.Property(r => r.Ground).HasMaxLength(Relation.MaxGround);
        relation.Property(r => r.NotedAs).HasMaxLength(Relation.MaxNotedAs);
        relation.Property(r => r.ChangeReason).HasMaxLength(Relation.MaxReason);
        relation.Property(r => r.EndReason).HasMaxLength(Relation.MaxReason);
    }
}

internal sealed class FamilyLinkConfiguration : IEntityTypeConfiguration<FamilyLink>
{
    public void Configure(EntityTypeBuilder<FamilyLink> link)
    {
        link.HasOne<Relation>().WithMany().HasForeignKey(l => l.RelationId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Client>().WithMany().HasForeignKey(l => l.ClientId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Client>().WithMany().HasForeignKey(l => l.RelativeId).OnDelete(DeleteBehavior.Restrict);
        link.Property(l => l.Ground).HasMaxLength(FamilyLink.MaxGround);
        link.Property(l => l.ContactAgreement).HasMaxLength(FamilyLink.MaxAgreement);
        link.Property(l => l.EndReason).HasMaxLength(FamilyLink.MaxReason);
        // Whoever meets this one sees both clients, and so the link that is there.
        link.HasIndex(l => new { l.RelationId, l.RelativeId }).IsUnique().HasFilter("EndedOn IS NULL");
        link.HasIndex(l => new { l.ClientId, l.EndedOn });
        link.HasIndex(l => new { l.RelativeId, l.EndedOn });
    }
}
