using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

internal sealed class TrajectConfiguration : IEntityTypeConfiguration<Traject>
{
    public void Configure(EntityTypeBuilder<Traject> traject)
    {
        traject.Property(t => t.Number).HasMaxLength(Traject.MaxNumber);
        traject.HasIndex(t => t.Number).IsUnique();
        traject.HasOne<Client>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
        traject.Property(t => t.Programme).HasMaxLength(32);
        traject.Property(t => t.ReferredBy).HasMaxLength(Traject.MaxReferredBy);
        traject.Property(t => t.Ground).HasMaxLength(Traject.MaxText);
        traject.Property(t => t.Purpose).HasMaxLength(Traject.MaxText);
        traject.Property(t => t.Informed).HasMaxLength(32);
        traject.Property(t => t.InformedNote).HasMaxLength(Traject.MaxText);
        traject.Property(t => t.EndReason).HasMaxLength(32);
        traject.Property(t => t.EndNote).HasMaxLength(Traject.MaxText);
        traject.Property(t => t.Team).HasMaxLength(Traject.MaxTeam).InByteOrder();
        traject.HasIndex(t => new { t.Team, t.OutflowConfirmedAt });
        // All that the rapportage asks of every traject: it needn't read the wide rows themselves.
        traject.HasIndex(t => new { t.StartedOn, t.OutflowConfirmedAt, t.EndedOn, t.EndReason, t.Programme, t.ClientId, t.Id });
        // The triage's lists: what hasn't started, and who must be informed yet.
        traject.HasIndex(t => new { t.Team, t.StartedOn, t.TriageOn });
        traject.HasIndex(t => t.InformedReviewOn);
        // What waits for a second person, whatever else a team has running.
        traject.HasIndex(t => new { t.Team, t.OutflowProposedAt }).HasFilter("OutflowProposedAt IS NOT NULL AND OutflowConfirmedAt IS NULL");
        traject.Ignore(t => t.IsEnded);
        traject.HasMany(t => t.Assignments).WithOne().HasForeignKey(a => a.TrajectId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Restrict);
        assignment.Property(a => a.Role).HasMaxLength(32);
        assignment.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.ForStaffId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Absence>().WithMany().HasForeignKey(a => a.AbsenceId).OnDelete(DeleteBehavior.Restrict);
        assignment.Ignore(a => a.IsVoid);
        assignment.HasIndex(a => new { a.StaffId, a.Until });
        // The access rule asks this of every traject it looks at.
        assignment.HasIndex(a => new { a.TrajectId, a.StaffId });
    }
}
