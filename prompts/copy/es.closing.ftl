# An admin closes a class, opens it again, or says who teaches it; and the classes of a school that may need an admin.

# To its teachers, and to those whose contract is open there. $name is the admin.
class-closed = *{ $name } cerró { $classroom }.* Ahora no pido seguimientos a nadie de esa clase.
class-closed-teacher = Administra este espacio de trabajo. Los contratos quedan como están. Quien administra puede volver a abrir la clase.
class-closed-student = Tu contrato queda como está. No tienes que hacer nada.
class-opened = *{ $name } volvió a abrir { $classroom }.* Vuelvo a pedir seguimientos en esa clase.
class-opened-teacher = Administra este espacio de trabajo. En la pestaña Inicio verás la clase y lo que te espera.
class-opened-student = Tu contrato continúa. Te preguntaré el próximo día de seguimiento.

# To all who teach the class now.
teachers-changed = *{ $by } cambió quién da clase en { $classroom }.* Ahora la dan: { $teachers }.
teachers-changed-next = Administra este espacio de trabajo. Lo firmado sigue firmado.

# On an admin's Home, a line for each class, with a button beside it. $since is a day.
school-stale = { $count ->
    [one] { $classroom }: hay 1 propuesta que espera a un docente desde el { $since }
   *[other] { $classroom }: hay { $count } propuestas que esperan a un docente; la más antigua, desde el { $since }
  }
school-empty = { $classroom }: en esta clase no hay estudiantes
school-more = { $count ->
    [one] Hay 1 clase más así.
   *[other] Hay { $count } clases más así.
  }
school-change-button = Cambiar docentes
school-close-button = Cerrar clase
school-close-title = ¿Cerrar esta clase?
school-close-what = No pediré seguimientos a nadie de esta clase. Avisaré a sus docentes y a quienes tengan un contrato abierto. No se borra nada, y puedes volver a abrirla.
school-close-yes = Cerrar clase
school-close-no = No cerrarla
# Placeholders of two menus of classes.
school-close-any = Cerrar una clase
school-open-again = Volver a abrir una clase
school-close-hint = En una clase cerrada no pido nada, y todo lo escrito se conserva. Aviso a sus docentes cuando la cierras o la abres.
