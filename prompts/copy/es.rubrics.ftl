rubrics-heading = Rúbricas de este centro
rubrics-none = Todavía no hay rúbricas. Una rúbrica dice cómo es un buen trabajo en cada nivel. Escribe una, o trae un CSV.
rubrics-line = *{ $name }* (versión { $number }): { $criteria }
rubrics-more = { $count ->
    [one] Hay una más.
   *[other] Hay { $count } más.
  }
rubrics-how = Todos los profesores de este centro las comparten. Los contratos conservan las palabras con las que se firmaron.
rubrics-add-button = Añadir una rúbrica
rubrics-edit-menu = Cambiar una rúbrica
rubrics-save-title = Rúbrica
rubrics-save-submit = Guardar
rubrics-form-new = Trae un CSV, o escríbela aquí.
rubrics-form-version = Al guardar se hace una versión nueva. Los contratos conservan aquella con la que se firmaron.
rubrics-file = Un archivo
rubrics-file-hint = Un CSV. La primera línea nombra los niveles, cada una de las otras es un criterio. Primero te muestro lo que leí.
rubrics-from = O empieza con una plantilla
rubrics-from-hint = Queda en la biblioteca de tu centro con el nombre de la materia. Allí puedes cambiarla.
rubrics-name = Nombre
rubrics-table = Criterios y niveles
rubrics-table-hint = Barras entre las partes. Primera línea: | Inicio | Seguro. Después un criterio en cada línea: Ideas | una idea | ideas que se apoyan
rubrics-remove = O quitarla
rubrics-remove-label = Quitar esta rúbrica de la biblioteca
rubrics-search = Escribe para buscar
rubrics-take-title = Rúbrica
rubrics-take-submit = Guardar
rubrics-take-intro = ¿Qué criterios toma cada objetivo? Tu propia señal de éxito queda junto a ellos.
rubrics-takes = { $target }: toma
rubrics-takes-hint = Escribe unas letras. Elige 3 como máximo.
proposing-rubrics-button = Añadir una rúbrica
refusal-rubrics-which-class = Enseñas en más de una clase. Escribe /accord rubrics en el canal de una de ellas.
refusal-rubric-name = Ponle un nombre.
refusal-rubric-name-taken = Ya hay una rúbrica con este nombre. Cambia esa, o elige otro nombre.
refusal-rubric-version-gone = Esta versión de la rúbrica ya no está: alguien la cambió o la quitó. Elige otra vez entre lo que hay ahora.
refusal-rubrics-too-many = Un centro tiene 200 rúbricas como máximo. Quita una primero.
refusal-rubric-empty = Escribe los niveles en la primera línea, y después un criterio en cada línea.
refusal-rubric-levels = Una rúbrica tiene de 2 a 6 niveles. La línea { $line } nombra otro número.
refusal-rubric-levels-alike = Dos niveles de la línea { $line } se llaman igual. Da a cada uno su nombre.
refusal-rubric-no-criteria = Escribe al menos un criterio debajo de los niveles.
refusal-rubric-too-many = Una rúbrica tiene 12 criterios como máximo. Deja los que más importan.
refusal-rubric-criterion-twice = La línea { $line } tiene el nombre de una línea anterior. Escribe cada uno una vez.
refusal-rubric-criterion-name = La línea { $line } necesita un nombre para su criterio, de 60 caracteres como máximo.
refusal-rubric-descriptor-missing = La línea { $line } necesita una descripción para cada nivel.
refusal-rubric-descriptor-long = Una descripción de la línea { $line } es demasiado larga. Escribe 300 caracteres como máximo.
refusal-rubric-descriptors-alike = Dos niveles de la línea { $line } dicen lo mismo. Di en qué se distinguen.
brought-read-rubric = { $count ->
    [one] Leí un criterio en *{ $file }*.
   *[other] Leí { $count } criterios en *{ $file }*.
  }
brought-taken-rubric = { $count ->
    [one] Tu rúbrica con un criterio ya está en la biblioteca.
   *[other] Tu rúbrica con { $count } criterios ya está en la biblioteca.
  }
brought-dropped-rubric = Descarté tu archivo. No cambió nada.
brought-why-rubric-empty = No contiene ninguna rúbrica.
brought-why-rubric-levels = Una rúbrica tiene de 2 a 6 niveles, nombrados en su primera línea (línea { $place }).
brought-why-rubric-levels-alike = Dos niveles de la línea { $place } se llaman igual.
brought-why-rubric-no-criteria = No hay ningún criterio debajo de los niveles.
brought-why-rubric-too-many = Una rúbrica tiene 12 criterios como máximo.
brought-why-rubric-criterion-twice = La línea { $place } tiene el nombre de una línea anterior.
brought-why-rubric-criterion-name = La línea { $place } necesita un nombre para su criterio, de 60 caracteres como máximo.
brought-why-rubric-descriptor-missing = La línea { $place } necesita una descripción para cada nivel.
brought-why-rubric-descriptor-long = Una descripción de la línea { $place } es demasiado larga: 300 caracteres como máximo.
brought-why-rubric-descriptors-alike = Dos niveles de la línea { $place } dicen lo mismo. Di en qué se distinguen.
