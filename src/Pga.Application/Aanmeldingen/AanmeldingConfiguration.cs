using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Aanmeldingen;

internal sealed class AanmeldingConfiguration : IEntityTypeConfiguration<Aanmelding>
{
    public void Configure(EntityTypeBuilder<Aanmelding> aanmelding)
    {
        aanmelding.Property(a => a.Number).HasMaxLength(Aanmelding.MaxNumber);
        aanmelding.HasIndex(a => a.Number).IsUnique();
        aanmelding.Property(a => a.Organisation).HasMaxLength(StaffMember.MaxOrganisation);
        aanmelding.Property(a => a.Reference).HasMaxLength(Aanmelding.MaxReference);
        aanmelding.Property(a => a.GivenName).HasMaxLength(Client.MaxName);
        aanmelding.Property(a => a.Prefix).HasMaxLength(Client.MaxPrefix);
        aanmelding.Property(a => a.FamilyName).HasMaxLength(Client.MaxName);
        aanmelding.Property(a => a.Wijk).HasMaxLength(32);
        aanmelding.Property(a => a.Reason).HasMaxLength(Aanmelding.MaxText);
        aanmelding.Property(a => a.Known).HasMaxLength(Aanmelding.MaxText);
        aanmelding.Property(a => a.Contact).HasMaxLength(Aanmelding.MaxContact);
        aanmelding.Property(a => a.Informed).HasMaxLength(32);
        aanmelding.Property(a => a.InformedNote).HasMaxLength(Aanmelding.MaxText);
        aanmelding.Property(a => a.Outcome).HasMaxLength(16);
        aanmelding.Property(a => a.Feedback).HasMaxLength(Aanmelding.MaxFeedback);
        aanmelding.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.SentById).OnDelete(DeleteBehavior.Restrict);
        aanmelding.HasOne<Traject>().WithMany().HasForeignKey(a => a.TrajectId).OnDelete(DeleteBehavior.Restrict);
        // The two lists: what waits, and what somebody sent.
        aanmelding.HasIndex(a => new { a.HandledAt, a.SentAt });
        aanmelding.HasIndex(a => new { a.SentById, a.SentAt });
    }
}
