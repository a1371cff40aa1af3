using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.Property(d => d.Title).HasMaxLength(Document.MaxTitle);
        document.Property(d => d.Kind).HasMaxLength(32);
        document.Property(d => d.Source).HasMaxLength(16);
        document.Property(d => d.WithdrawnReason).HasMaxLength(Document.MaxReason);
        document.Ignore(d => d.Latest);
        document.HasOne<Traject>().WithMany().HasForeignKey(d => d.TrajectId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
        document.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => new { d.TrajectId, d.DatedOn });
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> version)
    {
        version.Property(v => v.FileName).HasMaxLength(DocumentVersion.MaxFileName);
        version.Property(v => v.MediaType).HasMaxLength(DocumentVersion.MaxMediaType);
        version.Property(v => v.Sha256).HasMaxLength(DocumentVersion.HashLength);
        version.Property(v => v.Scan).HasMaxLength(16);
        version.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.UploadedById).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
    }
}
