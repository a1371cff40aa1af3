using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Rapportage;
using Pga.Domain.Staff;

namespace Pga.Application.Rapportage;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.Property(e => e.Definition).HasMaxLength(Edition.MaxDefinition);
        edition.Property(e => e.ConfirmedByName).HasMaxLength(StaffMember.MaxName);
        edition.Property(e => e.Seal).HasMaxLength(Edition.SealSize).IsFixedLength();
        edition.HasIndex(e => e.Year).IsUnique();
        edition.HasMany(e => e.Errata).WithOne().HasForeignKey(e => e.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ErratumConfiguration : IEntityTypeConfiguration<Erratum>
{
    public void Configure(EntityTypeBuilder<Erratum> erratum)
    {
        erratum.ToTable("Errata");
        erratum.Property(e => e.Text).HasMaxLength(Erratum.MaxText);
        erratum.Property(e => e.AddedByName).HasMaxLength(StaffMember.MaxName);
    }
}

internal sealed class EditionPartConfiguration : IEntityTypeConfiguration<EditionPart>
{
    public void Configure(EntityTypeBuilder<EditionPart> part)
    {
        part.HasKey(p => new { p.EditionId, p.Audience, p.Name });
        part.Property(p => p.Audience).HasMaxLength(EditionPart.MaxName);
        part.Property(p => p.Name).HasMaxLength(EditionPart.MaxName);
        part.Property(p => p.Hash).HasMaxLength(EditionPart.HashSize).IsFixedLength();
        part.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}
