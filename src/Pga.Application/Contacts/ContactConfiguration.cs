using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<ContactMoment>
{
    public void Configure(EntityTypeBuilder<ContactMoment> contact)
    {
        contact.HasOne<Traject>().WithMany().HasForeignKey(c => c.TrajectId).OnDelete(DeleteBehavior.Restrict);
        contact.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
        contact.Property(c => c.ImportKey).HasMaxLength(64);
        contact.HasIndex(c => c.ImportKey).IsUnique().HasFilter("ImportKey IS NOT NULL");
        contact.Property(c => c.Kind).HasMaxLength(32);
        contact.Property(c => c.Outcome).HasMaxLength(32);
        contact.Property(c => c.Present).HasMaxLength(ContactMoment.MaxPresent);
        contact.Property(c => c.Topics).HasMaxLength(500);
        contact.Property(c => c.NextStep).HasMaxLength(ContactMoment.MaxNextStep);
        contact.Property(c => c.CorrectionReason).HasMaxLength(Traject.MaxText);
        contact.Property(c => c.Place).HasMaxLength(ContactMoment.MaxPlace);
        contact.HasIndex(c => new { c.TrajectId, c.OccurredAt });
        // A worker's agenda.
        contact.HasIndex(c => new { c.StaffId, c.OccurredOn });
        // Of all that a worker ever had, the few that have no outcome yet.
        contact.HasIndex(c => new { c.StaffId, c.Outcome, c.OccurredOn }).HasFilter("Outcome IS NULL");
        // All that the rapportage counts by: the largest table needn't be read itself.
        contact.HasIndex(c => new { c.OccurredOn, c.Kind, c.Outcome, c.SupersededById, c.TrajectId });
    }
}
