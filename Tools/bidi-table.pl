#!/usr/bin/env perl
# Writes Sources/LaTeXRenderer/Directions/BidiTable.generated.swift: what the bidirectional algorithm has to know of
# characters (UAX #9), from the Unicode data that comes with perl (14.0 in Debian 12).
#
#     Tools/bidi-table.pl
use strict;
use warnings;
use Unicode::UCD qw(prop_invmap);

my ($starts, $classes) = prop_invmap("Bidi_Class");
my ($mirror_starts, $mirrors) = prop_invmap("Bidi_Mirroring_Glyph");
my ($bracket_starts, $brackets) = prop_invmap("Bidi_Paired_Bracket");
my ($type_starts, $types) = prop_invmap("Bidi_Paired_Bracket_Type");

# Pairs of a property whose values are characters, in the order of the first.
sub pairs {
  my ($starts, $values) = @_;
  my @pairs;
  for my $i (0 .. $#$starts) {
    my $value = $values->[$i];
    next if $value eq "" || $value =~ /[^0-9A-Za-z]/ || $value =~ /^n(one)?$/i;
    push @pairs, sprintf("  %X %X", $starts->[$i], $value =~ /^[0-9]+$/ ? $value : hex $value);
  }
  return @pairs;
}

open my $file, ">:encoding(UTF-8)", "Sources/LaTeXRenderer/Directions/BidiTable.generated.swift" or die $!;
print $file "// Written by Tools/bidi-table.pl, which says from what.\n\n";
print $file "/// The first character of each range of one class, and the class.\nlet bidiClassTable: StaticString = \"\"\"\n";
my $last = "";
for my $i (0 .. $#$starts) {
  my %short = (Left_To_Right => "L", Right_To_Left => "R", Arabic_Letter => "AL", European_Number => "EN",
    European_Separator => "ES", European_Terminator => "ET", Arabic_Number => "AN", Common_Separator => "CS",
    Nonspacing_Mark => "NSM", Boundary_Neutral => "BN", Paragraph_Separator => "B", Segment_Separator => "S",
    White_Space => "WS", Other_Neutral => "ON");
  my $class = $short{$classes->[$i]} // $classes->[$i];
  next if $class eq $last;
  $last = $class;
  printf $file "  %X %s\n", $starts->[$i], $class;
}
print $file "  \"\"\"\n\n/// A character and the one that is shown in its place from right to left.\n";
print $file "let bidiMirrorTable: StaticString = \"\"\"\n", join("\n", pairs($mirror_starts, $mirrors)), "\n  \"\"\"\n\n";
print $file "/// An opening bracket and the one that closes it.\nlet bidiBracketTable: StaticString = \"\"\"\n";
my %is_opening;
for my $i (0 .. $#$types) {
  next unless $types->[$i] =~ /^o/i;
  $is_opening{sprintf "%X", $_} = 1 for $type_starts->[$i] .. $type_starts->[$i + 1] - 1;
}
print $file map({ "$_\n" } grep { $is_opening{(split)[0]} } pairs($bracket_starts, $brackets)), "  \"\"\"\n";
