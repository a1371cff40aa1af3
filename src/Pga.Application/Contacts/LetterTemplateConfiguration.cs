using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Catalogues;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

internal sealed class LetterTemplateConfiguration() : CatalogueConfiguration<LetterTemplate>(ShippedLetters.All)
{
    protected override void More(EntityTypeBuilder<LetterTemplate> item)
    {
        item.Property(t => t.Subject).HasMaxLength(LetterTemplate.MaxSubject);
        // Unbounded in the database: SQL Server has no such long text with a length.
        item.Property(t => t.Body);
    }
}
