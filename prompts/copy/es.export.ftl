# Una clase en archivos para su docente. $count es cuántos estudiantes hay en ella.
export-workbook = { $count ->
    [one] *{ $classroom }* como hoja de cálculo, con 1 estudiante. Contiene datos personales: guárdala donde tu centro guarda esos archivos.
   *[other] *{ $classroom }* como hoja de cálculo, con { $count } estudiantes. Contiene datos personales: guárdala donde tu centro guarda esos archivos.
  }
export-tables = *{ $classroom }* en tablas sencillas (CSV), para otros programas.
export-workbook-title = { $classroom }, hoja de cálculo
export-tables-title = { $classroom }, tablas
export-no-files = No puedo darte el archivo, porque este espacio de trabajo no me deja enviar archivos. Pide a un administrador de Slack que lo permita y escribe otra vez /accord export.
refusal-export-which-class = Das varias clases. Escribe /accord export en el canal de la que quieres.

# La hoja que dice qué significa cada columna
export-about = Una fila por cada línea del registro. Los días van en la zona de la clase (2027-01-18), los momentos en UTC (2027-01-18T08:45:00Z).
export-about-left-out = Están quienes estudian ahora en la clase. Está lo que ven ellos y sus docentes. No están los borradores, las notas ni los perfiles. Un seguimiento que se dejó pasar no tiene aquí ningún motivo.
export-sheet-contracts = Contratos que se enviaron a un docente
export-sheet-targets = Los objetivos de cada contrato
export-sheet-check-ins = Seguimientos, una fila por cada objetivo con respuesta
export-sheet-practice = Cuántas veces practicaron entre dos seguimientos
export-sheet-evidence = Lo que mostraron; los archivos no están aquí
export-sheet-assessments = Lo que dijeron ambas partes al mirar atrás, cuando ya lo habían hecho las dos
export-sheet-signs-met = Señales de éxito que cumplió cada estudiante, por nombre, si la clase lo quiere
export-column-contract = Número del contrato
export-column-student = Nombre del estudiante
export-column-status = Cómo está el contrato: sent (enviado), question open (pregunta abierta), changes suggested (cambios sugeridos), running (en marcha), change open (cambio abierto), looking back (mirando atrás), done (completo), ended early (terminó antes)
export-column-teacher = Quién decide sobre el contrato
export-column-started-on = Día en que se empezó
export-column-ends-on = Último día, según lo acordado
export-column-ended-on = Día en que terminó
export-column-hardest = Lo más difícil, en palabras del estudiante
export-column-strengths = Puntos fuertes, en palabras del estudiante
export-column-supports = La ayuda que quiere
export-column-commitments = Lo que prometió el docente
export-column-target = Número del objetivo en su contrato
export-column-statement = El objetivo
export-column-start = Cifra del inicio
export-column-goal = Cifra que se quiere alcanzar
export-column-newest = La cifra más reciente que cuenta
export-column-unit = Lo que se cuenta
export-column-due-on = Día hasta el que se quiere alcanzar
export-column-practice = Cómo practica
export-column-evidence-form = Lo que mostrará que funcionó
export-column-check-in = Número del seguimiento
export-column-due-at = Cuándo tocaba
export-column-state = answered (con respuesta), no answer (sin respuesta), left out (se dejó pasar) u open (abierto)
export-column-answered-at = Cuándo se respondió
export-column-value = La cifra que cuenta; vacía donde no hubo ninguna
export-column-words = Lo que escribió
export-column-how-sure = Cuánta seguridad tiene, de 1 a 5
export-column-replies = Lo que respondieron los docentes
export-column-times = Cuántas veces; la cifra mayor significa esa o más
export-column-name = Nombre del archivo, enlace o texto
export-column-kind = Qué tipo de archivo es
export-column-line = Lo que muestra, en sus palabras
export-column-sign = La señal de éxito
export-column-came-on = Día en que se mostró
export-column-side = student (estudiante) o teacher (docente)
export-column-by = Quién miró atrás
export-column-rating = De 1 (todavía no) a 4 (del todo)
export-column-reflection = Lo que escribió; en la primera fila de cada quien
export-column-chosen = El trabajo que eligieron para el final, y lo que dicen de él
export-column-contracts = En cuántos contratos en los que ambas partes miraron atrás
export-column-signs = Cuántas señales de éxito tienen
export-column-met-by-student = Cuántas valoró cada estudiante con “Del todo”
export-column-met-by-teacher = Cuántas valoró su docente con “Del todo”
