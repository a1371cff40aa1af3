using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;
using Pga.Domain.Clients;
using Pga.Domain.Common;

namespace Pga.Application.Clients;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public const int MaxCode = 32;

    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.Property(c => c.Number).HasMaxLength(Client.MaxNumber);
        client.HasIndex(c => c.Number).IsUnique();
        client.Property(c => c.GivenName).HasMaxLength(Client.MaxName);
        client.Property(c => c.Prefix).HasMaxLength(Client.MaxPrefix);
        client.Property(c => c.FamilyName).HasMaxLength(Client.MaxName);
        client.Property(c => c.Gender).HasMaxLength(MaxCode);
        client.Property(c => c.Wijk).HasMaxLength(MaxCode);
        client.Property(c => c.BsnCipher).HasMaxLength(64);
        client.Property(c => c.BsnIndex).HasMaxLength(64);
        client.HasIndex(c => c.BsnIndex);
        client.HasIndex(c => c.BirthDate);
        client.Property(c => c.SafetyAgreement).HasMaxLength(Client.MaxSafetyAgreement);
        client.Ignore(c => c.FullName);
        client.OwnsMany(c => c.Residences, residence =>
        {
            residence.ToTable("Residences");
            residence.WithOwner().HasForeignKey(r => r.ClientId);
            residence.HasKey(r => new { r.ClientId, r.From });
            residence.Property(r => r.Wijk).HasMaxLength(MaxCode);
        });
        client.OwnsMany(c => c.NameWords, word =>
        {
            word.ToTable("ClientNameWords");
            word.WithOwner().HasForeignKey(w => w.ClientId);
            word.HasKey(w => new { w.ClientId, w.Word });
            word.Property(w => w.Word).HasMaxLength(SearchText.MaxWord).InByteOrder();
            word.HasIndex(w => new { w.Word, w.ClientId });
        });
    }
}
