using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;

namespace Pga.Application.Stories;

internal sealed class StoryConfiguration : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.Property(s => s.Title).HasMaxLength(Story.MaxTitle);
        story.Property(s => s.LinkKind).HasMaxLength(16);
        story.Property(s => s.LinkTo).HasMaxLength(StoryLinks.MaxTo);
        story.Property(s => s.ConsentHow).HasMaxLength(16);
        story.Ignore(s => s.State);
        story.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.AuthorId).OnDelete(DeleteBehavior.Restrict);
        story.HasIndex(s => s.Year);
    }
}

internal sealed class StorySourceConfiguration : IEntityTypeConfiguration<StorySource>
{
    public void Configure(EntityTypeBuilder<StorySource> source)
    {
        source.HasKey(s => s.StoryId);
        source.HasOne<Story>().WithOne().HasForeignKey<StorySource>(s => s.StoryId).OnDelete(DeleteBehavior.Cascade);
        source.HasOne<Traject>().WithMany().HasForeignKey(s => s.TrajectId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TextBlockConfiguration : IEntityTypeConfiguration<TextBlock>
{
    public void Configure(EntityTypeBuilder<TextBlock> block)
    {
        block.Property(b => b.Kind).HasMaxLength(16);
        block.Property(b => b.Key).HasMaxLength(TextBlock.MaxKey);
        block.HasIndex(b => new { b.Year, b.Kind, b.Key }).IsUnique();
    }
}
