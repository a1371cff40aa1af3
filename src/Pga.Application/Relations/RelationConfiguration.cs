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
    }
}
