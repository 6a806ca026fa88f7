import ArgumentParser

@main struct Handpress: ParsableCommand {}
