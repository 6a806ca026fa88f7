import Diagrams
